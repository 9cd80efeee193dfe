# SPDX-License-Identifier: MIT
"""What the page behind the link in a statement's e-mail says, in both languages."""

from typing import Final

from onlinesvc_desktop.backend.api.stop_page import StopWords

_ASKED_FR: Final = """<h2>État de compte par courriel</h2>
<p>{email} reçoit l’état de compte chaque semaine ou chaque mois.</p>
<form method="post"><button>Ne plus recevoir ces courriels</button></form>"""
_ASKED_EN: Final = """<h2>Statement of account by e-mail</h2>
<p>{email} is sent the statement of account each week or month.</p>
<form method="post"><button>Stop these e-mails</button></form>"""
_ENDED_FR: Final = """<h2>C’est fait</h2>
<p>Aucun état de compte ne sera plus transmis à {email}. On peut le demander à nouveau dans Services en ligne.</p>"""
_ENDED_EN: Final = """<h2>Done</h2>
<p>No more statements of account go to {email}. They can be asked for again in Online Services.</p>"""
_NOTHING_FR: Final = """<h2>Rien à arrêter</h2>
<p>Ce lien n’est plus valide\N{NO-BREAK SPACE}: ces états de compte ont déjà pris fin ou vont à une autre adresse.
Si des courriels vous parviennent encore, appelez-nous\N{NO-BREAK SPACE}: {phones}.</p>"""
_NOTHING_EN: Final = """<h2>Nothing to stop</h2>
<p>This link is no longer good: these statements have ended already, or go to another address.
If e-mails still reach you, call us: {phones}.</p>"""

STOP_WORDS: Final = StopWords(asked=(_ASKED_FR, _ASKED_EN), ended=(_ENDED_FR, _ENDED_EN), nothing=(_NOTHING_FR, _NOTHING_EN))
