# SPDX-License-Identifier: MIT
"""Cities the invented carrier serves, their terminals, distances and clocks.

Cities are real, with positions rounded to a tenth of a degree; the terminals in them are invented.
"""

import math
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class City:
    """A served city; ``hub`` is the terminal that serves it, a terminal's own city names itself."""

    name: str
    province: str
    country: str
    latitude: float
    longitude: float
    postal_prefix: str
    hub: str
    zone: str = "America/Toronto"

    @property
    def is_terminal(self) -> bool:
        """Tell whether the carrier has a terminal here."""
        return self.hub.endswith("*")

    @property
    def terminal(self) -> str:
        """Return the terminal's code."""
        return self.hub.rstrip("*")


CITIES: tuple[City, ...] = (
    City("Montréal", "QC", "CA", 45.5, -73.6, "H3C", "MTL*"),
    City("Laval", "QC", "CA", 45.6, -73.7, "H7L", "MTL"),
    City("Longueuil", "QC", "CA", 45.5, -73.5, "J4G", "MTL"),
    City("Boucherville", "QC", "CA", 45.6, -73.4, "J4B", "MTL"),
    City("Saint-Jérôme", "QC", "CA", 45.8, -74.0, "J7Y", "MTL"),
    City("Saint-Hyacinthe", "QC", "CA", 45.6, -72.9, "J2S", "MTL"),
    City("Granby", "QC", "CA", 45.4, -72.7, "J2G", "SHE"),
    City("Drummondville", "QC", "CA", 45.9, -72.5, "J2C", "TRR"),
    City("Sherbrooke", "QC", "CA", 45.4, -71.9, "J1L", "SHE*"),
    City("Trois-Rivières", "QC", "CA", 46.3, -72.5, "G9A", "TRR*"),
    City("Québec", "QC", "CA", 46.8, -71.2, "G1P", "QBC*"),
    City("Lévis", "QC", "CA", 46.8, -71.2, "G6V", "QBC"),
    City("Saint-Georges", "QC", "CA", 46.1, -70.7, "G5Y", "QBC"),
    City("Rimouski", "QC", "CA", 48.4, -68.5, "G5L", "RIM*"),
    City("Rivière-du-Loup", "QC", "CA", 47.8, -69.5, "G5R", "RIM"),
    City("Gaspé", "QC", "CA", 48.8, -64.5, "G4X", "RIM"),
    City("Saguenay", "QC", "CA", 48.4, -71.1, "G7H", "SAG*"),
    City("Alma", "QC", "CA", 48.5, -71.7, "G8B", "SAG"),
    City("Sept-Îles", "QC", "CA", 50.2, -66.4, "G4R", "SAG"),
    City("Rouyn-Noranda", "QC", "CA", 48.2, -79.0, "J9X", "ROU*"),
    City("Val-d'Or", "QC", "CA", 48.1, -77.8, "J9P", "ROU"),
    City("Gatineau", "QC", "CA", 45.5, -75.7, "J8T", "OTT"),
    City("Ottawa", "ON", "CA", 45.4, -75.7, "K1G", "OTT*"),
    City("Kingston", "ON", "CA", 44.2, -76.5, "K7M", "OTT"),
    City("Cornwall", "ON", "CA", 45.0, -74.7, "K6H", "OTT"),
    City("Toronto", "ON", "CA", 43.7, -79.4, "M9W", "TOR*"),
    City("Mississauga", "ON", "CA", 43.6, -79.6, "L5T", "TOR"),
    City("Brampton", "ON", "CA", 43.7, -79.8, "L6T", "TOR"),
    City("Vaughan", "ON", "CA", 43.8, -79.5, "L4K", "TOR"),
    City("Oshawa", "ON", "CA", 43.9, -78.9, "L1H", "TOR"),
    City("Barrie", "ON", "CA", 44.4, -79.7, "L4N", "TOR"),
    City("Hamilton", "ON", "CA", 43.3, -79.9, "L8H", "HAM*"),
    City("St. Catharines", "ON", "CA", 43.2, -79.2, "L2R", "HAM"),
    City("Guelph", "ON", "CA", 43.5, -80.2, "N1K", "HAM"),
    City("Kitchener", "ON", "CA", 43.5, -80.5, "N2C", "LON"),
    City("London", "ON", "CA", 43.0, -81.2, "N6E", "LON*"),
    City("Windsor", "ON", "CA", 42.3, -83.0, "N9A", "WIN*"),
    City("Sudbury", "ON", "CA", 46.5, -81.0, "P3A", "SUD*"),
    City("North Bay", "ON", "CA", 46.3, -79.5, "P1B", "SUD"),
    City("Sault Ste. Marie", "ON", "CA", 46.5, -84.3, "P6A", "SUD"),
    City("Thunder Bay", "ON", "CA", 48.4, -89.2, "P7B", "SUD"),
    City("Edmundston", "NB", "CA", 47.4, -68.3, "E3V", "RIM", "America/Moncton"),
    City("Moncton", "NB", "CA", 46.1, -64.8, "E1C", "MON*", "America/Moncton"),
    City("Fredericton", "NB", "CA", 46.0, -66.6, "E3B", "MON", "America/Moncton"),
    City("Saint John", "NB", "CA", 45.3, -66.1, "E2L", "MON", "America/Moncton"),
    City("Halifax", "NS", "CA", 44.6, -63.6, "B3S", "MON", "America/Halifax"),
    City("Winnipeg", "MB", "CA", 49.9, -97.1, "R2X", "WPG*", "America/Winnipeg"),
    City("Plattsburgh", "NY", "US", 44.7, -73.5, "12901", "PLB*", "America/New_York"),
    City("Albany", "NY", "US", 42.7, -73.8, "12205", "PLB", "America/New_York"),
    City("Buffalo", "NY", "US", 42.9, -78.9, "14225", "BUF*", "America/New_York"),
    City("Rochester", "NY", "US", 43.2, -77.6, "14624", "BUF", "America/New_York"),
    City("Erie", "PA", "US", 42.1, -80.1, "16506", "BUF", "America/New_York"),
    City("Cleveland", "OH", "US", 41.5, -81.7, "44135", "BUF", "America/New_York"),
    City("Detroit", "MI", "US", 42.3, -83.0, "48209", "WIN", "America/Detroit"),
    City("Burlington", "VT", "US", 44.5, -73.2, "05401", "PLB", "America/New_York"),
    City("Bangor", "ME", "US", 44.8, -68.8, "04401", "MON", "America/New_York"),
)

TERMINAL_CITY: dict[str, int] = {city.terminal: index for index, city in enumerate(CITIES) if city.is_terminal}

_ROAD_FACTOR = 1.25
_EARTH_KM = 6371.0


@lru_cache(maxsize=4096)
def road_km(a: int, b: int) -> float:
    """Return an approximate road distance between two cities by index, at least 15 km."""
    one, two = CITIES[a], CITIES[b]
    lat1, lat2 = math.radians(one.latitude), math.radians(two.latitude)
    half_lat = math.sin((lat2 - lat1) / 2) ** 2
    half_lon = math.sin(math.radians(two.longitude - one.longitude) / 2) ** 2
    arc = 2 * math.asin(math.sqrt(half_lat + math.cos(lat1) * math.cos(lat2) * half_lon))
    return max(15.0, arc * _EARTH_KM * _ROAD_FACTOR)


@lru_cache(maxsize=16384)
def _offset(zone: str, day: int) -> int:
    noon = datetime.fromtimestamp(day * 86_400 + 61_200, ZoneInfo(zone))
    delta = noon.utcoffset()
    return 0 if delta is None else int(delta.total_seconds()) // 60


def offset_minutes(city: City, at: int) -> int:
    """Return a city's offset from UTC on the day of an instant (exact but for the night a clock changes)."""
    return _offset(city.zone, at // 86_400)
