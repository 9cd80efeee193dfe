# SPDX-License-Identifier: MIT
"""Files that come in as papers: what they really are, whether they may be kept, and where services keep theirs."""
