# SPDX-License-Identifier: MIT
"""The Personal access request: a form that anybody may send (P4)."""

from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS
from onlinesvc_desktop.desktop.language import language_choices
from onlinesvc_desktop.desktop.pages.form_page import FormPage
from onlinesvc_desktop.desktop.targets import Start, Target
from onlinesvc_desktop.desktop.widgets.editors.choice import Choices
from onlinesvc_desktop.desktop.widgets.editors.text import Line, TextArea
from onlinesvc_desktop.desktop.widgets.form import Entry
from onlinesvc_desktop.desktop.words.provinces import province_choices
from onlinesvc_desktop.desktop.workplace import Workplace

_OWNER = "accessRequest"
_REASON_LINES = 3


class AccessRequestPage(FormPage):
    """Who asks, for which enterprise, and where to send the access code."""

    operation = REQUEST_ACCESS

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_OWNER, _OWNER, workplace)
        self.retranslate_ui()

    def entries(self) -> list[Entry]:
        """Return the fields of design section 7."""
        language = Choices(f"{_OWNER}.language", language_choices)
        province = Choices(f"{_OWNER}.province", province_choices)
        number = _line("customerNumber")
        reason = TextArea(f"{_OWNER}.reason", _REASON_LINES)
        email = _line("email")
        return [
            Entry("company", _line("company"), lambda: self.tr("C&ompany"), wide=True),
            Entry("first_name", _line("firstName"), lambda: self.tr("F&irst name")),
            Entry("last_name", _line("lastName"), lambda: self.tr("L&ast name")),
            Entry("email", email, lambda: self.tr("E-&mail")),
            Entry("telephone", _line("telephone"), lambda: self.tr("&Telephone")),
            Entry("address1", _line("address1"), lambda: self.tr("A&ddress"), wide=True),
            Entry("city", _line("city"), lambda: self.tr("Cit&y")),
            Entry("province", province, lambda: self.tr("Pro&vince or state")),
            Entry("postal_code", _line("postalCode"), lambda: self.tr("Posta&l code")),
            Entry("customer_number", number, lambda: self.tr("Customer num&ber"), hint=lambda: self.tr("If you know it.")),
            Entry("language", language, lambda: self.tr("Preferred lan&guage")),
            Entry("reason", reason, lambda: self.tr("&What you need access for"), wide=True),
        ]

    def blank(self) -> dict[str, str]:
        """Begin with the language of the program."""
        return {"language": self.workplace.language.language.value}

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Personal access request")

    def intro_words(self) -> str:
        """Say what the asterisk means and what comes of it."""
        return self.tr("Fields marked with * are required. Access code and password come by e-mail, usually within hours.")

    def done_words(self, email: str) -> str:
        """Say what happens next."""
        return self.tr(
            "Once it is approved, the access code and a temporary password come by e-mail to {email}, usually within"
            " hours. Give the reference number if you call about it."
        ).format(email=email)

    def receive(self, target: Target) -> None:
        """Say in the form which closed access code it is to replace (P14)."""
        match target:
            case Start(_, {"closed_code": code}):
                self.prefill("reason", self.tr("My access code {code} is closed.").format(code=code))
            case _:
                super().receive(target)


def _line(name: str) -> Line:
    return Line(f"{_OWNER}.{name}")
