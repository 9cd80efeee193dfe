# SPDX-License-Identifier: MIT
"""The price of a shipment by a tariff: one pure function, decimal throughout, each line rounded half up to the cent.

The order of rating is that of services.md 4: weight, freight at its break or the cheaper next one, discount, minimum, fuel,
additional services, subtotal, taxes, guaranteed services.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from msgspec import UNSET, UnsetType

from onlinesvc_desktop.backend.services.rate_quote.taxes import taxes_on
from onlinesvc_desktop.contract.freight import HandlingUnit, class_of_density, goods_of
from onlinesvc_desktop.contract.rate_quote import (
    PricedQuote,
    QuotedTariff,
    QuoteLine,
    QuoteOption,
    QuoteRefusal,
    QuoteTax,
)
from onlinesvc_desktop.contract.tariff import (
    Accessorial,
    AccessorialShape,
    Break,
    FuelRow,
    Guaranteed,
    Lane,
    ServiceLevel,
    Tariff,
)

_CENT = Decimal("0.01")
_HUNDRED = Decimal(100)
HEAVIEST_LB = Decimal(999_999)
_LETTERS = "ABCDEFGH"
_EXACT = Context(prec=50, rounding=ROUND_HALF_UP)
"""Room for every product of the limits of the messages, so that only the rounding said here takes place."""


class RefusedQuoteError(Exception):
    """There is no price; carries why, and what it is about where that is one thing."""

    def __init__(self, reason: QuoteRefusal, about: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.about = about


@dataclass(frozen=True, slots=True)
class RatedPlace:
    """A place as the tariff and the tax see it: a postal code without blanks, or its beginning, and the province."""

    postal: str
    province: str


@dataclass(frozen=True, slots=True)
class Shipment:
    """What is priced, for whom and when."""

    origin: RatedPlace
    destination: RatedPlace
    ship_date: date
    units: tuple[HandlingUnit, ...]
    accessorials: tuple[str, ...] = ()
    declared_value: Decimal | None = None
    tax_exempt: bool = False
    customer_number: str = ""
    delivery_date: date | None = None
    guarantees_offered: bool = True
    """Off for places served by a partner."""


@dataclass(frozen=True, slots=True)
class Freight:
    """The freight of a weight at its cheapest break."""

    rated_lb: Decimal
    rate: Decimal
    amount: Decimal
    deficit: bool
    from_lb: int
    """Where the break begins."""


def cents(amount: Decimal) -> Decimal:
    """Return an amount rounded half up to the cent."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def freight_of(pounds: Decimal, breaks: Sequence[Break]) -> Freight:
    """Return the cheapest of the weight at its own break and the first weight of any higher break at that break's rate."""
    own = max((one for one in breaks if one.from_lb <= pounds), key=lambda one: one.from_lb)
    rate = Decimal(own.per_cwt)
    best = Freight(pounds, rate, cents(pounds * rate / _HUNDRED), False, own.from_lb)
    for higher in breaks:
        if higher.from_lb > pounds:
            rate, first = Decimal(higher.per_cwt), Decimal(higher.from_lb)
            amount = cents(first * rate / _HUNDRED)
            if amount < best.amount:
                best = Freight(first, rate, amount, True, higher.from_lb)
    return best


def zone_of(tariff: Tariff, postal: str) -> str | None:
    """Return the zone of the longest prefix that a postal code begins with."""
    found = [(len(prefix), zone.code) for zone in tariff.zones for prefix in zone.prefixes if postal.startswith(prefix)]
    return max(found)[1] if found else None


def fuel_row(tariff: Tariff, ship_date: date) -> FuelRow | None:
    """Return the newest fuel row that is in force on a day."""
    return max((row for row in tariff.fuel if row.effective_on <= ship_date), key=lambda row: row.effective_on, default=None)


def price(tariff: Tariff, shipment: Shipment, today: date) -> PricedQuote:
    """Return every line of a price.

    Raises:
        RefusedQuoteError: the tariff has no rate for it.
    """
    with localcontext(_EXACT):
        return _Pricing(tariff, shipment).quote(today)


class _Pricing:
    """The figures of one price as they come about."""

    def __init__(self, tariff: Tariff, shipment: Shipment) -> None:
        self._tariff, self._shipment = tariff, shipment
        if tariff.effective_on > shipment.ship_date:
            raise RefusedQuoteError(QuoteRefusal.NO_TARIFF)
        self._lane = self._find_lane()
        self._goods = goods_of(shipment.units)
        self._cubed = self._goods.volume_ft3 * Decimal(tariff.cube_factor_lb_ft3)
        rated = max(self._goods.actual_lb, self._cubed).quantize(Decimal(1), ROUND_HALF_UP)
        if rated > HEAVIEST_LB:
            raise RefusedQuoteError(QuoteRefusal.TOO_HEAVY)
        self._freight = freight_of(rated, self._lane.breaks)
        self._net = Decimal(0)

    def _find_lane(self) -> Lane:
        origin = zone_of(self._tariff, self._shipment.origin.postal)
        destination = zone_of(self._tariff, self._shipment.destination.postal)
        if origin is None:
            raise RefusedQuoteError(QuoteRefusal.UNKNOWN_ORIGIN)
        if destination is None:
            raise RefusedQuoteError(QuoteRefusal.UNKNOWN_DESTINATION)
        for lane in self._tariff.lanes:
            if (lane.origin, lane.destination) == (origin, destination):
                return lane
        raise RefusedQuoteError(QuoteRefusal.NO_LANE)

    def quote(self, today: date) -> PricedQuote:
        """Add the lines up."""
        lines = [*self._net_lines(), self._fuel_line(), *self._accessorial_lines()]
        subtotal = sum((Decimal(line.amount) for line in lines), Decimal(0))
        taxes = self._taxes(subtotal)
        density = self._goods.density
        return PricedQuote(
            currency=self._tariff.currency,
            actual_weight_lb=_text(self._goods.actual_lb.quantize(_CENT)),
            cubed_weight_lb=_text(self._cubed.quantize(_CENT)),
            rated_weight_lb=_text(self._freight.rated_lb),
            deficit=self._freight.deficit,
            volume_ft3=_text(self._goods.volume_ft3.quantize(_CENT)),
            measured=self._goods.measured,
            lines=tuple(lines),
            subtotal=_text(subtotal),
            taxes=taxes,
            total=_text(_after_tax(subtotal, taxes)),
            options=self._options(subtotal),
            tariff=QuotedTariff(self._tariff.name, self._tariff.effective_on),
            valid_until=today + timedelta(days=self._tariff.quote_valid_days),
            density_lb_ft3=UNSET if density is None else _text(density.quantize(_CENT)),
            freight_class=UNSET if density is None else class_of_density(density),
        )

    def _net_lines(self) -> list[QuoteLine]:
        """Return freight, discount and minimum, which make the net freight."""
        freight = self._freight
        customer = next(
            (one for one in self._tariff.customers if one.customer_number == self._shipment.customer_number), None
        )
        basis = f"{freight.rated_lb} lb @ {freight.rate}/cwt >= {freight.from_lb} lb"
        lines = [_line("freight", basis, freight.amount)]
        net = freight.amount
        if customer is not None and Decimal(customer.discount_percent):
            percent = Decimal(customer.discount_percent)
            discount = cents(freight.amount * percent / _HUNDRED)
            lines.append(_line("discount", f"{percent} %", -discount))
            net -= discount
        has_own = customer is not None and not isinstance(customer.minimum, UnsetType)
        minimum = Decimal(str(customer.minimum)) if customer is not None and has_own else Decimal(self._lane.minimum)
        if net < cents(minimum):
            lines.append(_line("minimum", _text(cents(minimum)), cents(minimum) - net))
            net = cents(minimum)
        self._net = net
        return lines

    def _fuel_line(self) -> QuoteLine:
        row = fuel_row(self._tariff, self._shipment.ship_date)
        if row is None:
            raise RefusedQuoteError(QuoteRefusal.NO_FUEL)
        band = max((one for one in row.breaks if one.from_lb <= self._freight.rated_lb), key=lambda one: one.from_lb)
        amount = cents(self._net * Decimal(band.percent) / _HUNDRED)
        return _line("fuel", f"{band.percent} % {row.effective_on.isoformat()}", amount)

    def _accessorial_lines(self) -> list[QuoteLine]:
        known = {one.code: one for one in self._tariff.accessorials}
        lines = []
        for code in dict.fromkeys(self._shipment.accessorials):
            if code not in known:
                raise RefusedQuoteError(QuoteRefusal.UNKNOWN_ACCESSORIAL, code)
            basis, amount = self._accessorial(known[code])
            lines.append(_line(code, basis, amount))
        return lines

    def _accessorial(self, one: Accessorial) -> tuple[str, Decimal]:
        amount = Decimal(one.amount)
        match one.shape:
            case AccessorialShape.FLAT:
                basis, found = "flat", amount
            case AccessorialShape.PER_CWT:
                basis, found = f"{amount}/cwt", self._freight.rated_lb * amount / _HUNDRED
            case AccessorialShape.PERCENT:
                basis, found = f"{amount} %", self._net * amount / _HUNDRED
            case AccessorialShape.THRESHOLD:  # pragma: no branch
                if self._shipment.declared_value is None:
                    raise RefusedQuoteError(QuoteRefusal.NO_DECLARED_VALUE, one.code)
                free = Decimal(str(one.above)) * self._goods.actual_lb
                basis = f"{amount} % > {one.above}/lb"
                found = max(Decimal(0), self._shipment.declared_value - free) * amount / _HUNDRED
        if not isinstance(one.minimum, UnsetType):
            found = max(found, Decimal(one.minimum))
        if not isinstance(one.maximum, UnsetType):
            found = min(found, Decimal(one.maximum))
        return basis, cents(found)

    def _taxes(self, subtotal: Decimal) -> tuple[QuoteTax, ...]:
        if self._shipment.tax_exempt:
            return ()
        ends = (self._shipment.origin.province, self._shipment.destination.province)
        return tuple(
            QuoteTax(tax.code, _text(tax.rate), _text(cents(subtotal * tax.rate / _HUNDRED)))
            for tax in taxes_on(*ends, self._shipment.ship_date)
        )

    def _options(self, subtotal: Decimal) -> tuple[QuoteOption, ...]:
        extras: list[tuple[ServiceLevel, Decimal]] = [(ServiceLevel.STANDARD, Decimal(0))]
        if self._shipment.guarantees_offered:
            extras += [(one.service_level, self._guarantee(one)) for one in self._tariff.guaranteed]
        delivery = self._shipment.delivery_date
        options = []
        for letter, (level, extra) in zip(_LETTERS, extras, strict=False):
            before_tax = subtotal + extra
            total = _text(_after_tax(before_tax, self._taxes(before_tax)))
            options.append(QuoteOption(letter, level, total, UNSET if delivery is None else delivery))
        return tuple(options)

    def _guarantee(self, one: Guaranteed) -> Decimal:
        is_flat = isinstance(one.percent, UnsetType)
        found = Decimal(str(one.flat)) if is_flat else self._net * Decimal(str(one.percent)) / _HUNDRED
        return cents(found if isinstance(one.minimum, UnsetType) else max(found, Decimal(one.minimum)))


def _after_tax(subtotal: Decimal, taxes: Iterable[QuoteTax]) -> Decimal:
    return subtotal + sum((Decimal(tax.amount) for tax in taxes), Decimal(0))


def _line(code: str, basis: str, amount: Decimal) -> QuoteLine:
    return QuoteLine(code, basis, _text(amount))


def _text(amount: Decimal) -> str:
    return format(amount, "f")
