# SPDX-License-Identifier: MIT
"""Help texts: one Markdown file per topic and language, and the ten questions (P17) cut at their headings."""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.shipped import shipped

QUESTIONS = "questions"
_ALSO = "<!-- Also found by:"
_FIRST = ("home", "accessLogin", "tracing", "tracingService", "watchList", "shipmentReport")
_MARKS = re.compile(r"[^\w\s-]|_")
_ESCAPED = r"\\\g<0>"
"""What a server sends is text in Markdown too, never a mark."""


class Topic(msgspec.Struct, frozen=True):
    """A heading with its text, in Markdown."""

    key: str
    title: str
    text: str
    also: str = ""
    """Words people look for that the text does not have."""

    def has(self, words: Sequence[str]) -> bool:
        """Tell whether every folded word stands in the title, the text or beside them."""
        if not words:
            return True
        searched = _folded(f"{self.title} {self.text} {self.also}")
        return all(word in searched for word in words)


_folded = lru_cache(maxsize=256)(folded)
"""Every topic is searched again at each keystroke."""


@lru_cache(maxsize=1)
def topic_keys() -> tuple[str, ...]:
    """Return the topics there are: a file each, in the order of the screen, whatever is new after them."""
    keys = {file.stem for file in shipped("resources", "help", Language.ENGLISH.value).glob("*.md")} - {QUESTIONS}
    return tuple(sorted(keys, key=lambda key: (_FIRST.index(key) if key in _FIRST else len(_FIRST), key)))


@lru_cache(maxsize=64)
def _read(name: str, language: Language) -> str:
    return shipped("resources", "help", language.value, f"{name}.md").read_text("utf-8")


def _split_title(text: str) -> tuple[str, str]:
    first, _, rest = text.strip().partition("\n")
    return first.lstrip("# ").strip(), rest.strip()


def topic(key: str, language: Language, phone_numbers: Sequence[str]) -> Topic:
    """Return a topic in a language; ``questions.N`` names the N-th of the ten questions, from 1."""
    name, _, ordinal = key.partition(".")
    if name == QUESTIONS:
        return questions(language, phone_numbers)[int(ordinal or 1) - 1]
    title, text = _split_title(_read(name, language))
    text, _, also = text.partition(_ALSO)
    return Topic(key, title, _with_numbers(text.rstrip(), phone_numbers), also.removesuffix("-->").strip())


def questions(language: Language, phone_numbers: Sequence[str]) -> tuple[Topic, ...]:
    """Return the ten questions with their answers, in the order of the source page."""
    sections = _read(QUESTIONS, language).split("\n## ")[1:]
    found = []
    for ordinal, section in enumerate(sections, start=1):
        title, text = _split_title(section)
        found.append(Topic(f"{QUESTIONS}.{ordinal}", title, _with_numbers(text, phone_numbers)))
    return tuple(found)


def all_topics(language: Language, phone_numbers: Sequence[str]) -> tuple[Topic, ...]:
    """Return the ten questions, then every topic of the screen."""
    return questions(language, phone_numbers) + tuple(topic(key, language, phone_numbers) for key in topic_keys())


def _with_numbers(text: str, phone_numbers: Sequence[str]) -> str:
    return text.replace("{phones}", " · ".join(f"**{_MARKS.sub(_ESCAPED, number)}**" for number in phone_numbers))
