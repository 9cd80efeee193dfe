# SPDX-License-Identifier: MIT
"""The one door to translators: switch the whole program between English and French, live (P9)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from onlinesvc_desktop.client.settings import Settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.shipped import shipped

_LOCALES = {Language.ENGLISH: "en_CA", Language.FRENCH: "fr_CA"}
_OWN_NAMES = {Language.ENGLISH: "English", Language.FRENCH: "Français"}
"""A language is always called by its own name, so these are never translated."""
_SHOW_IN = {Language.ENGLISH: "Show in English", Language.FRENCH: "Afficher en français"}
"""What switches to a language says so in it: whoever needs it reads that one."""


def own_name(language: Language) -> str:
    """Return a language's name in itself."""
    return _OWN_NAMES[language]


def show_in(language: Language) -> str:
    """Return the words that offer a language, in itself."""
    return _SHOW_IN[language]


def language_choices() -> list[tuple[str, str]]:
    """Return code and own name of each language."""
    return [(language.value, own_name(language)) for language in Language]


def other_than(language: Language) -> Language:
    """Return the other language."""
    return Language.ENGLISH if language is Language.FRENCH else Language.FRENCH


def system_language() -> Language:
    """Return French when the desktop prefers it to English."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("fr"):
            return Language.FRENCH
        if name.startswith("en"):
            return Language.ENGLISH
    return Language.ENGLISH


class LanguageService(QObject):
    """Own the translators and the locale. ``changed`` carries the new language, after widgets have been told."""

    changed = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._loaded: dict[Language, Sequence[QTranslator]] = {}
        self.chosen_by_hand = False
        """Whether somebody who sits here chose it; then the profile of who signs in does not."""
        self._language = language
        self._install()

    @property
    def language(self) -> Language:
        """The current language."""
        return self._language

    @property
    def locale(self) -> QLocale:
        """The locale for dates and numbers."""
        return QLocale(_LOCALES[self._language])

    def switch_to(self, language: Language) -> None:
        """Show everything in a language; models and view state hear of it through ``changed``."""
        if language is self._language:
            return
        self._remove()
        self._language = language
        self._install()
        self.changed.emit(language)

    def toggle(self) -> None:
        """Switch to the other language, because somebody wants it."""
        self.chosen_by_hand = True
        self.switch_to(other_than(self._language))

    def _install(self) -> None:
        """Install Qt's own texts first and ours last: the last one wins."""
        QLocale.setDefault(self.locale)
        if self._language not in self._loaded:
            self._loaded[self._language] = tuple(self._load(self._language))
        for translator in self._loaded[self._language]:
            QCoreApplication.installTranslator(translator)

    def _remove(self) -> None:
        for translator in self._loaded[self._language]:
            QCoreApplication.removeTranslator(translator)

    def _load(self, language: Language) -> Iterator[QTranslator]:
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        own_folder = str(shipped("translations"))
        for name, folder in ((f"qtbase_{language}", qt_folder), (f"onlinesvc_{language}", own_folder)):
            translator = QTranslator(self)
            if translator.load(name, folder):
                yield translator


def language_of(overrides: Mapping[str, Any], settings: Settings) -> Language:
    """Return the language to start in: fixed, remembered, or the desktop's."""
    chosen = overrides.get("language", settings.language)
    return system_language() if chosen is None else Language(chosen)
