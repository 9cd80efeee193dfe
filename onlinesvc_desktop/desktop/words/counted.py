# SPDX-License-Identifier: MIT
"""Sentences with a number in them. lupdate finds plural forms only in ``tr`` of an object."""

from PySide6.QtCore import QObject


class Counted(QObject):
    """Every counted sentence that no widget owns."""

    def access_requests_wait(self, requests: int) -> str:
        """Say how many access requests wait for a decision."""
        return self.tr("%n access request(s)", "", requests)

    def passwords_wait(self, requests: int) -> str:
        """Say how many people wait for a temporary password."""
        return self.tr("%n forgotten password(s)", "", requests)

    def disputes_wait(self, disputes: int) -> str:
        """Say how many disputes of invoices wait for a decision."""
        return self.tr("%n dispute(s) of invoices", "", disputes)

    def faulty_files(self, files: int) -> str:
        """Say how many files were not imported whole."""
        return self.tr("%n file(s) not fully imported", "", files)

    def unsent_mail(self, mails: int) -> str:
        """Say how many e-mails were not sent."""
        return self.tr("%n unsent e-mail(s)", "", mails)

    def unknown_senders(self, senders: int) -> str:
        """Say how many senders of files nobody has looked at."""
        return self.tr("%n unknown sender(s)", "", senders)

    def and_more(self, number: str, others: int) -> str:
        """Name one number and count the others."""
        return self.tr("{number} and %n more", "", others).format(number=number)

    def alike(self, parts: int) -> str:
        """Say how many more parts of a sender are at fault in the same way."""
        return self.tr("The same for %n more of this sender", "", parts)

    def taken_by_hand(self, parts: int) -> str:
        """Say how many parts that were set aside went in."""
        return self.tr("%n part(s) imported.", "", parts)

    def left_aside(self, parts: int) -> str:
        """Say how many parts stay set aside."""
        return self.tr("%n part(s) still cannot be imported.", "", parts)

    def would_be_imported(self, parts: int) -> str:
        """Say how many parts of a file would go in."""
        return self.tr("%n part(s) would be imported.", "", parts)

    def would_be_left(self, parts: int) -> str:
        """Say how many parts of a file would be set aside."""
        return self.tr("%n part(s) would be set aside.", "", parts)

    def claims_wait(self, claims: int) -> str:
        """Say how many claims wait for the carrier."""
        return self.tr("%n claim(s) to look at", "", claims)

    def notice_days(self, days: int, day: str) -> str:
        """Say how long there is for a notice."""
        return self.tr("%n day(s) left for the notice: until {day}.", "", days).format(day=day)

    def notice_late(self, days: int, day: str) -> str:
        """Say how late a notice is."""
        return self.tr("%n day(s) late: the last day for the notice was {day}. Send it all the same.", "", days).format(
            day=day
        )

    def claim_days(self, days: int, day: str) -> str:
        """Say how long there is for a claim."""
        return self.tr("%n day(s) left for the claim: until {day}.", "", days).format(day=day)

    def claim_late(self, days: int, day: str) -> str:
        """Say how late a claim is."""
        return self.tr("%n day(s) late: the last day for the claim was {day}. Send it all the same.", "", days).format(
            day=day
        )

    def papers_saved(self, papers: int) -> str:
        """Say how many papers are on the disk."""
        return self.tr("%n paper(s) saved.", "", papers)

    def lines_saved(self, lines: int, file: str) -> str:
        """Say how many lines are in a file on the disk."""
        return self.tr("Saved as {file}: %n line(s).", "", lines).format(file=file)

    def minutes_ago(self, minutes: int) -> str:
        """Return an age in minutes."""
        return self.tr("%n minute(s) ago", "", minutes)

    def hours_ago(self, hours: int) -> str:
        """Return an age in hours."""
        return self.tr("%n hour(s) ago", "", hours)

    def days_ago(self, days: int) -> str:
        """Return an age in days."""
        return self.tr("%n day(s) ago", "", days)

    def too_many_requests(self, seconds: int) -> str:
        """Say how long to wait."""
        return self.tr("Too many requests in a short time. Try again in %n second(s).", "", seconds)

    def at_least(self, characters: int) -> str:
        """Say how long a text must be."""
        return self.tr("Use at least %n character(s).", "", characters)

    def at_most(self, characters: int) -> str:
        """Say how long a text may be."""
        return self.tr("Use at most %n character(s).", "", characters)

    def corrections(self, fields: int) -> str:
        """Say how many fields are wrong."""
        return self.tr("%n field(s) need a correction.", "", fields)

    def password_age(self, days: int) -> str:
        """Say how old a password is."""
        return self.tr("changed %n day(s) ago", "", days)

    def entries(self, entries: int) -> str:
        """Say how long a list in the order of the alphabet is."""
        return self.tr("%n entry(ies), by name", "", entries)

    def lines(self, lines: int) -> str:
        """Say how long a list is."""
        return self.tr("%n line(s), the newest first.", "", lines)

    def password_rule(self, characters: int) -> str:
        """Say what a new password must be like (P12)."""
        return self.tr(
            "At least %n character(s), without the access code. A few words in a row make a good password.", "", characters
        )

    def shipments_found(self, shipments: int) -> str:
        """Say how many shipments a trace found."""
        return self.tr("%n shipment(s) found.", "", shipments)

    def numbers_traced(self, numbers: int) -> str:
        """Say how many numbers have an answer."""
        return self.tr("%n number(s)", "", numbers)

    def repeated_left_out(self, numbers: int) -> str:
        """Say how many numbers came more than once."""
        return self.tr("%n duplicate(s) left out.", "", numbers)

    def blank_left_out(self, cells: int) -> str:
        """Say how many cells had no number."""
        return self.tr("%n cell(s) were blank.", "", cells)

    def watched_changed(self, numbers: int) -> str:
        """Say how many watched shipments have news."""
        return self.tr("%n watched shipment(s) changed", "", numbers)

    def watched_now(self, numbers: int) -> str:
        """Say how many numbers are watched."""
        return self.tr("Watching %n number(s).", "", numbers)

    def watch_list_full(self, most: int) -> str:
        """Say that no more can be watched, and what helps."""
        return self.tr("The watch list is full: it holds %Ln number(s). Stop watching some first.", "", most)

    def not_sent_yet(self, submissions: int) -> str:
        """Say how many submissions have no answer yet."""
        return self.tr("%n request(s) not sent yet", "", submissions)

    def overdue(self, submissions: int) -> str:
        """Say that something has been waiting for more than two days."""
        return self.tr(
            "%n request(s) could not be sent for more than two days. They are safe on this computer;"
            " see “not sent yet” at the bottom of the window.",
            "",
            submissions,
        )

    def recalled(self, numbers: int) -> str:
        """Say that answers are from before; ``{age}`` is to be filled in."""
        return self.tr(
            "The server cannot be reached. %n number(s) are shown as they were last known, the oldest {age}.", "", numbers
        )

    def copied(self, numbers: int) -> str:
        """Say that answers are from a standby of the server; ``{age}`` is to be filled in."""
        return self.tr(
            "The server answers from a copy for the moment. %n number(s) are shown as the copy knew them, the oldest {age}.",
            "",
            numbers,
        )

    def found(self, numbers: int) -> str:
        """Say how many numbers found one shipment."""
        return self.tr("%n found", "", numbers)

    def with_several(self, numbers: int) -> str:
        """Say how many numbers found several shipments."""
        return self.tr("%n with several shipments", "", numbers)

    def not_found(self, numbers: int) -> str:
        """Say how many numbers found nothing."""
        return self.tr("%n not found", "", numbers)

    def malformed(self, numbers: int) -> str:
        """Say how many cannot be numbers."""
        return self.tr("%n invalid", "", numbers)
