# SPDX-License-Identifier: MIT
"""How versions stand to each other."""

import pytest

from onlinesvc_desktop.client.versions import Skew, skew_of


@pytest.mark.parametrize(
    ("program", "backend", "skew"),
    [
        ("1.4.0", "1.4.9", Skew.NONE),
        ("1.4.0", "1.5.0", Skew.BACKEND_NEWER),
        ("1.4.0", "1.3.7", Skew.BACKEND_OLDER),
        ("1.4.0", "1.6.0", Skew.BACKEND_FAR_NEWER),
        ("1.4.0", "1.2.0", Skew.BACKEND_FAR_OLDER),
        ("1.9.0", "2.0.0", Skew.BACKEND_FAR_NEWER),
        ("2.0.0", "1.9.0", Skew.BACKEND_FAR_OLDER),
        ("1.9.0", "1.10.0", Skew.BACKEND_NEWER),
        ("1.4.0", "tomorrow", Skew.NONE),
    ],
)
def test_one_minor_version_apart_goes_together(program: str, backend: str, skew: Skew):
    assert skew_of(program, backend) is skew
