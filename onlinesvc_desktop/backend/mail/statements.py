# SPDX-License-Identifier: MIT
"""What the e-mail of a statement says at the moment it is sent: nothing when its recipient may not be told any longer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.rules.access import Standing, standing
from onlinesvc_desktop.backend.rules.notices import stop_token
from onlinesvc_desktop.backend.store.accounts import find_account
from onlinesvc_desktop.backend.store.outbox import StoredMail
from onlinesvc_desktop.backend.store.statement_schedules import schedule_of
from onlinesvc_desktop.contract.codes import Language, Right
from onlinesvc_desktop.contract.invoices import Bucket, CurrencyAging
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.written import written_count, written_money

STOP_PATH: Final = "/stop/statements/"
STOPPED: Final = "statements"
"""What the token of the link ends."""
_BUCKETS: Final = {
    Language.ENGLISH: {
        Bucket.CURRENT: "Not yet due",
        Bucket.DAYS_1_30: "1 to 30 days past due",
        Bucket.DAYS_31_60: "31 to 60 days past due",
        Bucket.DAYS_61_90: "61 to 90 days past due",
        Bucket.OVER_90: "More than 90 days past due",
    },
    Language.FRENCH: {
        Bucket.CURRENT: "Non échu",
        Bucket.DAYS_1_30: "En souffrance depuis 1 à 30 jours",
        Bucket.DAYS_31_60: "En souffrance depuis 31 à 60 jours",
        Bucket.DAYS_61_90: "En souffrance depuis 61 à 90 jours",
        Bucket.OVER_90: "En souffrance depuis plus de 90 jours",
    },
}
_OWED: Final = {
    Language.ENGLISH: "Owed in {currency}: {total}; past due: {late}",
    Language.FRENCH: "Dû en {currency}\N{NO-BREAK SPACE}: {total}; en souffrance\N{NO-BREAK SPACE}: {late}",
}
_DISPUTED: Final = {Language.ENGLISH: "Of it disputed", Language.FRENCH: "Dont contesté"}
_INVOICES: Final = {Language.ENGLISH: ("invoice", "invoices"), Language.FRENCH: ("facture", "factures")}


def statement_as_it_stands(
    connection: Connection, mail: StoredMail, config: BackendConfig, now: datetime
) -> StoredMail | None:
    """Return the e-mail of a statement as it may be sent now; None when the right to it is gone.

    That is so when the statements ended or go elsewhere by now, and when the access code may not act, may see no invoices,
    or belongs to another enterprise.
    """
    account = find_account(connection, mail.facts["access_code"])
    if account is None or mail.access_code_id != account.id:
        return None
    months = (config.account_open_months, config.password_active_months)
    found = schedule_of(connection, account.id)
    may_see = Right.INVOICES in account.rights and account.customer_number == mail.facts["customer_number"]
    if found is None or found.schedule.email != mail.recipient or not may_see:
        return None
    if standing(account, now, *months) is not Standing.MAY_ACT:
        return None
    currencies = from_json(mail.facts["currencies"], tuple[CurrencyAging, ...])
    stop_url = f"{config.public_url}{STOP_PATH}{stop_token(found.secret, account.id, mail.recipient, STOPPED)}"
    facts = {
        "name": account.holder or "",
        "owed": owed_words(currencies, account.language),
        "stop_url": stop_url if config.public_url else "",
    }
    return replace(mail, language=account.language, facts=mail.facts | facts)


def owed_words(currencies: Sequence[CurrencyAging], language: Language) -> str:
    """Return a paragraph for each currency: what is owed, what of it is past due, and since when."""
    return "\n\n".join("\n".join(_lines(one, language)) for one in currencies)


def _lines(aging: CurrencyAging, language: Language) -> list[str]:
    def money(amount: str) -> str:
        return written_money(Decimal(amount), aging.currency, language)

    colon = "\N{NO-BREAK SPACE}:" if language is Language.FRENCH else ":"
    total, late = money(aging.total), money(aging.past_due)
    lines = [_OWED[language].format(currency=aging.currency, total=total, late=late)]
    for owed in aging.buckets:
        count = written_count(owed.count, *_INVOICES[language], language)
        lines.append(f"{_BUCKETS[language][owed.bucket]}{colon} {money(owed.amount)} ({count})")
    if Decimal(aging.disputed):
        lines.append(f"{_DISPUTED[language]}{colon} {money(aging.disputed)}")
    return lines
