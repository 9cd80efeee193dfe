# SPDX-License-Identifier: MIT
"""A customer's own shipments, and reports of them by e-mail (P5)."""

from onlinesvc_desktop.backend.service import Service, TodaySource
from onlinesvc_desktop.backend.services.shipment_report.api import ROUTES, count_today
from onlinesvc_desktop.backend.services.shipment_report.send import send_due_reports

SERVICE = Service("shipment_report", ROUTES, rounds=(send_due_reports,), today=TodaySource(count_today))
