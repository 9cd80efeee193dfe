# SPDX-License-Identifier: MIT
"""Start and end of the windowed program, in the order in which things must happen."""

import gc
import os
import sys
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from onlinesvc_desktop import __version__
from onlinesvc_desktop.client.paths import Paths
from onlinesvc_desktop.desktop.accessibility import bound_accessible_children
from onlinesvc_desktop.desktop.ground import Ground, Trouble
from onlinesvc_desktop.desktop.icons import program_icon
from onlinesvc_desktop.desktop.language import LanguageService, language_of
from onlinesvc_desktop.desktop.options import Options
from onlinesvc_desktop.desktop.program import Program

ALREADY_OPEN = 3
_LOG_BYTES = 512 * 1024


def run_window(options: Options, ground: Ground) -> int:
    """Show the window until it closes; return the exit status. Who starts the program switched the collector off before."""
    sys.excepthook = _log_defect
    application = make_application()
    language = LanguageService(language_of(ground.overrides, ground.settings))
    if not ground.is_ours:
        return _give_way(ground.paths)
    program = Program(application, ground.paths, ground.settings, ground.overrides, language, ground.embedded)
    window = program.window
    window.restore_layout()
    window.first_painted.connect(lambda: QTimer.singleShot(0, lambda: _after_first_paint(program, options, ground.trouble)))
    window.closing.connect(program.stop)
    window.show()
    code = application.exec() or program.exit_code
    finished = program.finish()
    ground.lock.release()
    if not finished:
        # A worker is stuck in the system; Python would wait for it for ever.
        os._exit(code)
    return code


def make_application() -> QApplication:
    """Return the one QApplication."""
    # setStyle would hand the style to Python, and make every one of its hundreds of enum members there.
    application = QApplication(["onlinesvc-desktop", "-style", "Fusion"])
    application.setApplicationName("OnlineServices")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("onlinesvc-desktop")
    bound_accessible_children(application)
    return application


def _after_first_paint(program: Program, options: Options, trouble: Trouble | None) -> None:
    gc.freeze()
    gc.enable()
    if trouble is not Trouble.NO_DATA_FOLDER:
        _start_logging(program.paths)
    program.start(trouble, straight_to_sample=options.sample)
    from onlinesvc_desktop.desktop.signals import QuitOnSignals

    program.keep(QuitOnSignals(program.window))
    program.window.setWindowIcon(program_icon())
    if options.tour is not None:
        from onlinesvc_desktop.desktop.tour import Tour

        program.keep(Tour(program, options.tour))


def _give_way(paths: Paths) -> int:
    """Bring the program that has this data folder open to the front, and end."""
    from PySide6.QtWidgets import QMessageBox

    from onlinesvc_desktop.desktop.single_instance import show_first_instance

    if show_first_instance(paths.data_dir):
        text = QCoreApplication.translate("Start", "Online Services is already open; its window is in front now.")
        sys.stderr.write(text + "\n")
    else:
        text = QCoreApplication.translate(
            "Start",
            "Online Services is already open with the same data folder but does not answer. Close it, or wait a moment,"
            " and start again. Nothing is lost.",
        )
        sys.stderr.write(text + "\n")
        QMessageBox.information(None, QCoreApplication.translate("Start", "Online Services"), text)
    return ALREADY_OPEN


def _start_logging(paths: Paths) -> None:
    import logging
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(paths.log, maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("onlinesvc_desktop").addHandler(handler)
    logging.getLogger("onlinesvc_desktop").setLevel(logging.INFO)


def _log_defect(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Note an exception nobody caught; the program goes on."""
    import logging

    logging.getLogger(__name__).error("unexpected error", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
