# SPDX-License-Identifier: MIT
"""The user profile: preferred language, default e-mail, password (P5, P10, P12)."""

from dataclasses import replace
from datetime import datetime

from msgspec import UNSET

from onlinesvc_desktop.backend.api.operation import Access, Call, Operation
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.rules.access import password_expiry
from onlinesvc_desktop.backend.store.accounts import Account, change_password, change_profile
from onlinesvc_desktop.contract import routes
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.contact import parse_email
from onlinesvc_desktop.contract.new_password import new_password_problem, words_about
from onlinesvc_desktop.contract.session import PasswordChange, Profile, ProfileChange


def profile_of(context: Context, account: Account, now: datetime) -> Profile:
    """Return what an account says of itself."""
    expiry = password_expiry(account.password_changed_at, context.config.password_active_months)
    owed = account.password_temporary or now >= expiry
    return Profile(
        access_code=account.code,
        role=account.role,
        language=account.language,
        customer_number=account.customer_number or UNSET,
        customer_name=account.customer_name or UNSET,
        default_email=account.default_email or UNSET,
        password_changed_at=UNSET if owed else account.password_changed_at,
        password_expires_at=UNSET if owed else expiry,
    )


def show(call: Call, _: None) -> Profile:
    """Return the profile of the session that asks."""
    return profile_of(call.context, call.own_session.account, call.now)


def change(call: Call, request: ProfileChange) -> Profile:
    """Change preferred language or default e-mail."""
    account = call.own_session.account
    values: dict[str, str | None] = {}
    if request.language is not UNSET:
        values["language"] = request.language.value
        account = replace(account, language=request.language)
    if request.default_email is not UNSET:
        email = parse_email(request.default_email) if request.default_email.strip() else None
        if email is None and request.default_email.strip():
            raise field_error("/default_email", FieldCode.MALFORMED)
        values["default_email"] = email
        account = replace(account, default_email=email)
    if values:
        with call.context.database.write() as connection:
            change_profile(connection, account.id, values)
    return profile_of(call.context, account, call.now)


def replace_password(call: Call, request: PasswordChange) -> Profile:
    """Replace the password; also the only way on from an expired or temporary one."""
    account = call.own_session.account
    passwords = call.context.passwords
    if not passwords.verify(account.password_hash, request.current_password):
        raise field_error("/current_password", FieldCode.WRONG_PASSWORD)
    about = words_about(account.code, account.customer_name or "", account.default_email or "", account.holder or "")
    problem = new_password_problem(request.new_password, request.current_password, account.code, about)
    if problem is not None:
        raise ApiError(ErrorCode.INVALID_FIELDS, [problem])
    hashed = passwords.hash(request.new_password)
    with call.context.database.write() as connection:
        change_password(connection, account.id, hashed, call.now)
    changed = replace(account, password_hash=hashed, password_changed_at=call.now, password_temporary=False)
    return profile_of(call.context, changed, call.now)


OPERATIONS = (
    Operation("GET", routes.PROFILE, "getProfile", "The user profile", show, access=Access.SIGNED_IN, answer=Profile),
    Operation(
        "PATCH",
        routes.PROFILE,
        "changeProfile",
        "Change preferred language or default e-mail",
        change,
        access=Access.SIGNED_IN,
        body=ProfileChange,
        answer=Profile,
    ),
    Operation(
        "PUT",
        routes.PROFILE_PASSWORD,
        "replacePassword",
        "Replace the password",
        replace_password,
        access=Access.ANY_SESSION,
        body=PasswordChange,
        answer=Profile,
    ),
)
