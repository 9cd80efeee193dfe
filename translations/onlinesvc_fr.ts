<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_CA" sourcelanguage="en_CA">
<context>
    <name>AccessCodesPanel</name>
    <message>
        <source>E-mail for a temporary password</source>
        <translation>Courriel pour un mot de passe temporaire</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Code d’accès</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Default e-mail</source>
        <translation>Courriel par défaut</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernière utilisation</translation>
    </message>
    <message>
        <source>Open sessions</source>
        <translation>Sessions ouvertes</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Closes if nobody uses it</source>
        <translation>Se fermera s’il reste inutilisé</translation>
    </message>
    <message>
        <source>Why it is closed</source>
        <translation>Motif de la fermeture</translation>
    </message>
    <message>
        <source>Nobody used it</source>
        <translation>Inutilisé</translation>
    </message>
    <message>
        <source>temporary, made {date}</source>
        <translation>temporaire, créé le {date}</translation>
    </message>
    <message>
        <source>changed {date}</source>
        <translation>modifié le {date}</translation>
    </message>
    <message>
        <source>{code}: {state}.</source>
        <translation>{code}&#xa0;: {state}.</translation>
    </message>
    <message>
        <source>Close an access code</source>
        <translation>Fermer un code d’accès</translation>
    </message>
    <message>
        <source>Close {code} for good?</source>
        <translation>Fermer {code} définitivement?</translation>
    </message>
    <message>
        <source>A closed access code never opens again; a new one must be requested.</source>
        <translation>Un code d’accès fermé ne se rouvre jamais; il faut en demander un nouveau.</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Le fermer</translation>
    </message>
    <message>
        <source>{code} has a temporary password; the e-mail to {email} is in the outbox.</source>
        <translation>{code} a un mot de passe temporaire; le courriel à {email} est dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Access codes</source>
        <translation>Codes d’accès</translation>
    </message>
    <message>
        <source>Send a temporary password</source>
        <translation>Envoyer un mot de passe temporaire</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Close for good…</source>
        <translation>Fermer définitivement…</translation>
    </message>
    <message>
        <source>All access codes</source>
        <translation>Tous les codes d’accès</translation>
    </message>
    <message>
        <source>Its default e-mail unless you enter another. The password it has now stops working.</source>
        <translation>Son adresse de courriel par défaut, sauf si vous en saisissez une autre. Le mot de passe actuel cesse de fonctionner.</translation>
    </message>
    <message>
        <source>No access codes match.</source>
        <translation>Aucun code d’accès ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Le laisser ouvert</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>{code} may do this from now on: {rights}.</source>
        <translation>{code}&#xa0;: à partir de maintenant, droits&#xa0;: {rights}.</translation>
    </message>
</context>
<context>
    <name>AccessLoginSection</name>
    <message>
        <source>Access &amp;code</source>
        <translation>&amp;Code d’accès</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>Access Login</source>
        <translation>Ouverture de session</translation>
    </message>
    <message>
        <source>Sign in to open “{service}”. It opens right after.</source>
        <translation>Ouvrez une session pour accéder à «&#xa0;{service}&#xa0;». Le service s’ouvre aussitôt après.</translation>
    </message>
    <message>
        <source>Enter your access code.</source>
        <translation>Entrez votre code d’accès.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Entrez votre mot de passe.</translation>
    </message>
    <message>
        <source>You are signed out.</source>
        <translation>Votre session est fermée.</translation>
    </message>
    <message>
        <source>Your session has ended. What you typed is kept; sign in again to continue.</source>
        <translation>Votre session a pris fin. Ce que vous avez saisi est conservé; ouvrez une nouvelle session pour continuer.</translation>
    </message>
    <message>
        <source>Somebody who shares this access code changed its password, {moment}.</source>
        <translation>Une autre personne qui partage ce code d’accès en a modifié le mot de passe, {moment}.</translation>
    </message>
    <message>
        <source>You stay signed in; ask for the new password before you sign in next time.</source>
        <translation>Votre session reste ouverte; demandez le nouveau mot de passe avant votre prochaine ouverture de session.</translation>
    </message>
    <message>
        <source>Remember me on this computer</source>
        <translation>Se souvenir de moi sur cet ordinateur</translation>
    </message>
    <message>
        <source>The password is kept in the system keyring, never in a file.</source>
        <translation>Le mot de passe est conservé dans le trousseau de clés du système, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Ouvrir la session</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>Mot de passe oublié?</translation>
    </message>
    <message>
        <source>Request an access code</source>
        <translation>Demander un code d’accès</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Fermer la session</translation>
    </message>
    <message>
        <source>Signed in as {code}</source>
        <translation>Session ouverte&#xa0;: {code}</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>You are signed in. The password was not saved: the system keyring is locked.</source>
        <translation>Votre session est ouverte. Le mot de passe n’a pas été mémorisé&#xa0;: le trousseau de clés du système est verrouillé.</translation>
    </message>
    <message>
        <source>You are signed in. The password was not saved: no password keyring is available on this computer.</source>
        <translation>Votre session est ouverte. Le mot de passe n’a pas été mémorisé&#xa0;: aucun trousseau de clés n’est disponible sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Your password is valid until {date}. Choose a new one in the User profile before that.</source>
        <translation>Votre mot de passe est valable jusqu’au {date}. Choisissez-en un nouveau dans le Profil d’utilisateur avant cette date.</translation>
    </message>
    <message>
        <source>The system keyring is locked, so the password is not saved. Unlock it, then tick the box.</source>
        <translation>Le trousseau de clés du système est verrouillé; le mot de passe n’est donc pas mémorisé. Déverrouillez-le, puis cochez la case.</translation>
    </message>
    <message>
        <source>The password cannot be saved: no password keyring is available on this computer.</source>
        <translation>Le mot de passe ne peut pas être mémorisé&#xa0;: aucun trousseau de clés n’est disponible sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Your access code has no right to “{service}”. Ask your administrator for it.</source>
        <translation>Votre code d’accès n’a pas le droit d’utiliser «&#xa0;{service}&#xa0;». Demandez ce droit à votre administrateur.</translation>
    </message>
</context>
<context>
    <name>AccessRequestPage</name>
    <message>
        <source>F&amp;irst name</source>
        <translation>&amp;Prénom</translation>
    </message>
    <message>
        <source>L&amp;ast name</source>
        <translation>Nom de &amp;famille</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>Cou&amp;rriel</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Cit&amp;y</source>
        <translation>&amp;Ville</translation>
    </message>
    <message>
        <source>Pro&amp;vince or state</source>
        <translation>Pr&amp;ovince ou État</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Téléphone</translation>
    </message>
    <message>
        <source>Customer num&amp;ber</source>
        <translation>Numéro de cl&amp;ient</translation>
    </message>
    <message>
        <source>If you know it.</source>
        <translation>Si vous le connaissez.</translation>
    </message>
    <message>
        <source>Preferred lan&amp;guage</source>
        <translation>&amp;Langue préférée</translation>
    </message>
    <message>
        <source>&amp;What you need access for</source>
        <translation>&amp;Usage prévu de l’accès</translation>
    </message>
    <message>
        <source>Personal access request</source>
        <translation>Demande d’accès personnel</translation>
    </message>
    <message>
        <source>My access code {code} is closed.</source>
        <translation>Mon code d’accès {code} est fermé.</translation>
    </message>
    <message>
        <source>Fields marked with * are required. Access code and password come by e-mail, usually within hours.</source>
        <translation>Les champs marqués d’un * sont obligatoires. Le code d’accès et le mot de passe arrivent par courriel, habituellement en quelques heures.</translation>
    </message>
    <message>
        <source>Once it is approved, the access code and a temporary password come by e-mail to {email}, usually within hours. Give the reference number if you call about it.</source>
        <translation>Une fois la demande approuvée, le code d’accès et un mot de passe temporaire arrivent par courriel à {email}, habituellement en quelques heures. Donnez le numéro de référence si vous appelez à ce sujet.</translation>
    </message>
    <message>
        <source>C&amp;ompany</source>
        <translation>&amp;Entreprise</translation>
    </message>
    <message>
        <source>Posta&amp;l code</source>
        <translation>Co&amp;de postal</translation>
    </message>
</context>
<context>
    <name>AccessRequestsPanel</name>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Numéro de client</translation>
    </message>
    <message>
        <source>Name of the new customer</source>
        <translation>Nom du nouveau client</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Code d’accès</translation>
    </message>
    <message>
        <source>Existing customer</source>
        <translation>Client existant</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Nouveau client</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Preferred language</source>
        <translation>Langue préférée</translation>
    </message>
    <message>
        <source>What access is needed for</source>
        <translation>Usage prévu de l’accès</translation>
    </message>
    <message>
        <source>Approved. Access code {code}; the e-mail to {email} is in the outbox.</source>
        <translation>Demande approuvée. Code d’accès {code}; le courriel à {email} est dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Personal access requests</source>
        <translation>Demandes d’accès personnel</translation>
    </message>
    <message>
        <source>If you leave it empty, the code is made from the name.</source>
        <translation>Si vous le laissez vide, le code est formé à partir du nom.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Access requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>Which customer</source>
        <translation>Quel client</translation>
    </message>
    <message>
        <source>No customer has this name or number.</source>
        <translation>Aucun client n’a ce nom ni ce numéro.</translation>
    </message>
</context>
<context>
    <name>Accessorial</name>
    <message>
        <source>Tailgate at pickup</source>
        <translation>Hayon élévateur au ramassage</translation>
    </message>
    <message>
        <source>Tailgate at delivery</source>
        <translation>Hayon élévateur à la livraison</translation>
    </message>
    <message>
        <source>Pickup at a private residence</source>
        <translation>Ramassage dans une résidence privée</translation>
    </message>
    <message>
        <source>Delivery to a private residence</source>
        <translation>Livraison à une résidence privée</translation>
    </message>
    <message>
        <source>Pickup with limited access (school, farm, site, mall)</source>
        <translation>Ramassage à accès limité (école, ferme, chantier, centre commercial)</translation>
    </message>
    <message>
        <source>Delivery with limited access (school, farm, site, mall)</source>
        <translation>Livraison à accès limité (école, ferme, chantier, centre commercial)</translation>
    </message>
    <message>
        <source>Inside pickup</source>
        <translation>Ramassage à l’intérieur</translation>
    </message>
    <message>
        <source>Inside delivery</source>
        <translation>Livraison à l’intérieur</translation>
    </message>
    <message>
        <source>Delivery by appointment</source>
        <translation>Livraison sur rendez-vous</translation>
    </message>
    <message>
        <source>Outside business hours</source>
        <translation>Hors des heures normales</translation>
    </message>
    <message>
        <source>Protection from freezing</source>
        <translation>Protection contre le gel</translation>
    </message>
    <message>
        <source>Dangerous goods</source>
        <translation>Marchandises dangereuses</translation>
    </message>
    <message>
        <source>Collect on delivery (COD)</source>
        <translation>Contre remboursement</translation>
    </message>
    <message>
        <source>Declared value above the limit</source>
        <translation>Valeur déclarée au-delà de la limite</translation>
    </message>
    <message>
        <source>Overlength</source>
        <translation>Longueur excédentaire</translation>
    </message>
    <message>
        <source>In-bond handling</source>
        <translation>Manutention sous douane</translation>
    </message>
    <message>
        <source>Border crossing</source>
        <translation>Frais de frontière</translation>
    </message>
    <message>
        <source>Change to the bill of lading</source>
        <translation>Modification du connaissement</translation>
    </message>
    <message>
        <source>Redelivery</source>
        <translation>Nouvelle livraison</translation>
    </message>
    <message>
        <source>Reconsignment</source>
        <translation>Réacheminement</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Entreposage</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Temps d’attente</translation>
    </message>
    <message>
        <source>Copy of a document</source>
        <translation>Copie d’un document</translation>
    </message>
    <message>
        <source>Missing identifier</source>
        <translation>Identifiant manquant</translation>
    </message>
    <message>
        <source>High-cost area</source>
        <translation>Région à coût élevé</translation>
    </message>
</context>
<context>
    <name>AddressBook</name>
    <message>
        <source>Complete the address to save it.</source>
        <translation>Complétez l’adresse pour l’enregistrer.</translation>
    </message>
    <message>
        <source>Saved in the address book.</source>
        <translation>Enregistrée dans le carnet d’adresses.</translation>
    </message>
    <message>
        <source>Saved on this computer; the address book gets it as soon as the server answers.</source>
        <translation>Enregistrée sur cet ordinateur; le carnet d’adresses la recevra dès que le serveur répondra.</translation>
    </message>
</context>
<context>
    <name>AddressEditor</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>À l’attention de</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address, second line</source>
        <translation>Adresse (suite)</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Bureau ou local</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Province or state</source>
        <translation>Province ou État</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Search the address book</source>
        <translation>Chercher dans le carnet d’adresses</translation>
    </message>
    <message>
        <source>Save to the address book</source>
        <translation>Enregistrer dans le carnet d’adresses</translation>
    </message>
    <message>
        <source>{field} ({length} of {room})</source>
        <translation>{field} ({length} sur {room})</translation>
    </message>
    <message>
        <source>Longer than some carrier systems take; kept and printed whole: {fields}.</source>
        <translation>Plus long que ce que certains systèmes de transporteurs acceptent; conservé et imprimé en entier&#xa0;: {fields}.</translation>
    </message>
</context>
<context>
    <name>AddressFile</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>À l’attention de</translation>
    </message>
    <message>
        <source>Address 1</source>
        <translation>Adresse 1</translation>
    </message>
    <message>
        <source>Address 2</source>
        <translation>Adresse 2</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Province or state</source>
        <translation>Province ou État</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Poste</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>Ouvre à</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>Ferme à</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>Quai</translation>
    </message>
    <message>
        <source>Tailgate</source>
        <translation>Hayon</translation>
    </message>
    <message>
        <source>Private residence</source>
        <translation>Résidence privée</translation>
    </message>
    <message>
        <source>Limited access</source>
        <translation>Accès limité</translation>
    </message>
    <message>
        <source>Additional services</source>
        <translation>Services supplémentaires</translation>
    </message>
    <message>
        <source>Customs broker</source>
        <translation>Courtier en douane</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instructions</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagée</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Fill blanks</source>
        <translation>Remplir les vides</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Ask for each line</source>
        <translation>Demander pour chaque ligne</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{length} characters, {room} fit</source>
        <translation>{length} caractères, {room} au plus</translation>
    </message>
</context>
<context>
    <name>AddressForm</name>
    <message>
        <source>Shared with my company</source>
        <translation>Partagée avec mon entreprise</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>Ouvre à</translation>
    </message>
    <message>
        <source>Closes at</source>
        <translation>Ferme à</translation>
    </message>
    <message>
        <source>Has a dock</source>
        <translation>Possède un quai</translation>
    </message>
    <message>
        <source>Tailgate needed</source>
        <translation>Hayon nécessaire</translation>
    </message>
    <message>
        <source>Private residence</source>
        <translation>Résidence privée</translation>
    </message>
    <message>
        <source>Limited access</source>
        <translation>Accès limité</translation>
    </message>
    <message>
        <source>Additional services by default</source>
        <translation>Services supplémentaires par défaut</translation>
    </message>
    <message>
        <source>Instructions for the driver</source>
        <translation>Instructions pour le chauffeur</translation>
    </message>
    <message>
        <source>Customs broker</source>
        <translation>Courtier en douane</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Your own short name for this place, such as a customer number.</source>
        <translation>Votre propre nom court pour ce lieu, par exemple un numéro de client.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>AddressesPage</name>
    <message>
        <source>Address book</source>
        <translation>Carnet d’adresses</translation>
    </message>
</context>
<context>
    <name>AddressesTab</name>
    <message>
        <source>New address</source>
        <translation>Nouvelle adresse</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>No addresses match. Enter one with “New entry”, or bring in a file under “Import”.</source>
        <translation>Aucune adresse ne correspond. Ajoutez-en une avec «&#xa0;Nouvelle fiche&#xa0;», ou importez un fichier sous «&#xa0;Importer&#xa0;».</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Visible pour</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Pas encore envoyée</translation>
    </message>
    <message>
        <source>My company</source>
        <translation>Mon entreprise</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Moi seulement</translation>
    </message>
    <message>
        <source>Text for spreadsheets (*.csv)</source>
        <translation>Texte pour tableurs (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Save the address book</source>
        <translation>Enregistrer le carnet d’adresses</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>Impossible d’écrire {file}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>Administration</name>
    <message>
        <source>Waiting for a decision</source>
        <translation>En attente d’une décision</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvée</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente de transmission</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Saved as a file</source>
        <translation>Enregistré dans un fichier</translation>
    </message>
    <message>
        <source>Access granted</source>
        <translation>Accès accordé</translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation>Accès refusé</translation>
    </message>
    <message>
        <source>Temporary password</source>
        <translation>Mot de passe temporaire</translation>
    </message>
    <message>
        <source>Password help refused</source>
        <translation>Aide refusée pour le mot de passe</translation>
    </message>
    <message>
        <source>Closes soon</source>
        <translation>Fermeture prochaine</translation>
    </message>
    <message>
        <source>Shipment report</source>
        <translation>Rapport d’envois</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>Compte fermé</translation>
    </message>
    <message>
        <source>Something this version does not know</source>
        <translation>Quelque chose que cette version ne connaît pas</translation>
    </message>
    <message>
        <source>The mail server cannot be reached.</source>
        <translation>Le serveur de courriel est injoignable.</translation>
    </message>
    <message>
        <source>Administrator created</source>
        <translation>Administrateur créé</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Session ouverte</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Échec d’ouverture de session</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>Ouverture de session refusée</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Session fermée</translation>
    </message>
    <message>
        <source>Report sent by e-mail</source>
        <translation>Rapport transmis par courriel</translation>
    </message>
    <message>
        <source>Bundle written</source>
        <translation>Lettre d’échange écrite</translation>
    </message>
    <message>
        <source>Shipment viewed</source>
        <translation>Envoi consulté</translation>
    </message>
    <message>
        <source>Access request approved</source>
        <translation>Demande d’accès approuvée</translation>
    </message>
    <message>
        <source>Access request refused</source>
        <translation>Demande d’accès refusée</translation>
    </message>
    <message>
        <source>Password help given</source>
        <translation>Aide donnée pour le mot de passe</translation>
    </message>
    <message>
        <source>Temporary password sent</source>
        <translation>Mot de passe temporaire envoyé</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Mot de passe modifié</translation>
    </message>
    <message>
        <source>Access code locked</source>
        <translation>Code d’accès verrouillé</translation>
    </message>
    <message>
        <source>Access code unlocked</source>
        <translation>Code d’accès déverrouillé</translation>
    </message>
    <message>
        <source>Access code closed</source>
        <translation>Code d’accès fermé</translation>
    </message>
    <message>
        <source>Closed because nobody used it</source>
        <translation>Fermé car personne ne l’utilisait</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>Session terminée</translation>
    </message>
    <message>
        <source>E-mail tried again</source>
        <translation>Nouvelle tentative de courriel</translation>
    </message>
    <message>
        <source>E-mail saved as a file</source>
        <translation>Courriel enregistré dans un fichier</translation>
    </message>
    <message>
        <source>Company key issued</source>
        <translation>Clé d’entreprise émise</translation>
    </message>
    <message>
        <source>Company key revoked</source>
        <translation>Clé d’entreprise révoquée</translation>
    </message>
    <message>
        <source>The temporary password in it has expired. Send a new one from the access codes.</source>
        <translation>Le mot de passe temporaire qu’il contient n’est plus valable. Envoyez-en un nouveau à partir des codes d’accès.</translation>
    </message>
    <message>
        <source>The mail server offers no encrypted connection, or its certificate is not trusted.</source>
        <translation>Le serveur de courriel n’offre pas de connexion chiffrée, ou son certificat n’est pas approuvé.</translation>
    </message>
    <message>
        <source>The mail server does not accept accents before the @.</source>
        <translation>Le serveur de courriel n’accepte pas d’accents avant le @.</translation>
    </message>
    <message>
        <source>File imported</source>
        <translation>Fichier importé</translation>
    </message>
    <message>
        <source>Mapping of a sender changed</source>
        <translation>Correspondance d’un expéditeur modifiée</translation>
    </message>
    <message>
        <source>Rights changed</source>
        <translation>Droits modifiés</translation>
    </message>
    <message>
        <source>Pickup confirmed</source>
        <translation>Ramassage confirmé</translation>
    </message>
    <message>
        <source>Pickup moved</source>
        <translation>Ramassage déplacé</translation>
    </message>
    <message>
        <source>Company key changed</source>
        <translation>Clé d’entreprise modifiée</translation>
    </message>
    <message>
        <source>Audit log saved as a file</source>
        <translation>Journal enregistré dans un fichier</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Expéditeur inconnu</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Adopté</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Dans un fichier</translation>
    </message>
    <message>
        <source>Partner changed</source>
        <translation>Partenaire modifié</translation>
    </message>
    <message>
        <source>Claim received</source>
        <translation>Réclamation reçue</translation>
    </message>
    <message>
        <source>News of a claim</source>
        <translation>Du nouveau sur une réclamation</translation>
    </message>
    <message>
        <source>Claim filed</source>
        <translation>Réclamation déposée</translation>
    </message>
    <message>
        <source>Claim changed</source>
        <translation>Réclamation modifiée</translation>
    </message>
    <message>
        <source>Paper added to a claim</source>
        <translation>Document ajouté à une réclamation</translation>
    </message>
    <message>
        <source>Claim withdrawn</source>
        <translation>Réclamation retirée</translation>
    </message>
    <message>
        <source>Claim moved</source>
        <translation>Réclamation traitée</translation>
    </message>
    <message>
        <source>Range of autopro numbers added</source>
        <translation>Plage de numéros autopro ajoutée</translation>
    </message>
    <message>
        <source>Set-aside part dealt with</source>
        <translation>Élément mis de côté traité</translation>
    </message>
    <message>
        <source>Range of numbers added</source>
        <translation>Plage de numéros ajoutée</translation>
    </message>
    <message>
        <source>Document added</source>
        <translation>Document ajouté</translation>
    </message>
    <message>
        <source>Document removed</source>
        <translation>Document retiré</translation>
    </message>
    <message>
        <source>Offer for a claim accepted</source>
        <translation>Offre acceptée pour une réclamation</translation>
    </message>
    <message>
        <source>Dispute received</source>
        <translation>Contestation reçue</translation>
    </message>
    <message>
        <source>Dispute decided</source>
        <translation>Contestation tranchée</translation>
    </message>
    <message>
        <source>Invoice disputed</source>
        <translation>Facture contestée</translation>
    </message>
    <message>
        <source>Dispute withdrawn</source>
        <translation>Contestation retirée</translation>
    </message>
    <message>
        <source>Notice of shipments</source>
        <translation>Avis d’envois</translation>
    </message>
    <message>
        <source>Notices by e-mail chosen</source>
        <translation>Avis par courriel choisis</translation>
    </message>
    <message>
        <source>Notices by e-mail ended</source>
        <translation>Avis par courriel terminés</translation>
    </message>
    <message>
        <source>File added to a dispute</source>
        <translation>Fichier joint à une contestation</translation>
    </message>
    <message>
        <source>Access request received</source>
        <translation>Demande d’accès reçue</translation>
    </message>
    <message>
        <source>E-mail address changed</source>
        <translation>Adresse de courriel modifiée</translation>
    </message>
    <message>
        <source>Account locked</source>
        <translation>Compte verrouillé</translation>
    </message>
    <message>
        <source>No message can be made of this address or text. The server’s log names the error.</source>
        <translation>Aucun message ne peut être fait de cette adresse ou de ce texte. Le journal du serveur nomme l’erreur.</translation>
    </message>
    <message>
        <source>Invoices or payments imported</source>
        <translation>Factures ou paiements importés</translation>
    </message>
    <message>
        <source>Statement of account</source>
        <translation>État de compte</translation>
    </message>
    <message>
        <source>Statements by e-mail chosen</source>
        <translation>États de compte par courriel choisis</translation>
    </message>
    <message>
        <source>Statements by e-mail ended</source>
        <translation>États de compte par courriel terminés</translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>{tab} ({count})</source>
        <translation>{tab} ({count})</translation>
    </message>
</context>
<context>
    <name>AgingPanel</name>
    <message>
        <source>Owed: {total}; past due: {late}</source>
        <translation>Dû&#xa0;: {total}; en souffrance&#xa0;: {late}</translation>
    </message>
    <message>
        <source>List these invoices</source>
        <translation>Afficher ces factures</translation>
    </message>
    <message>
        <source>{bucket}: {amount}</source>
        <translation>{bucket}&#xa0;: {amount}</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Pickup</source>
        <translation>Ramassage</translation>
    </message>
    <message>
        <source>Cut-off</source>
        <translation>Heure limite</translation>
    </message>
    <message>
        <source>Deliveries in {city}</source>
        <translation>Livraisons à {city}</translation>
    </message>
    <message>
        <source>Terminal of {city}</source>
        <translation>Terminal pour {city}</translation>
    </message>
    <message>
        <source>Delivery {day}</source>
        <translation>Livraison le {day}</translation>
    </message>
    <message>
        <source>{origin} to {destination}: {days}, {service}</source>
        <translation>De {origin} à {destination}&#xa0;: {days}, {service}</translation>
    </message>
    <message>
        <source>Today’s cut-off in {city} is over. The next possible pickup is {day}.</source>
        <translation>L’heure limite d’aujourd’hui à {city} est passée. Le prochain ramassage possible est le {day}.</translation>
    </message>
    <message>
        <source>Not counted: {days}</source>
        <translation>Jours non comptés&#xa0;: {days}</translation>
    </message>
</context>
<context>
    <name>AskForm</name>
    <message>
        <source>&amp;Kind of number</source>
        <translation>&amp;Type de numéro</translation>
    </message>
    <message>
        <source>N&amp;umbers</source>
        <translation>N&amp;uméros</translation>
    </message>
    <message>
        <source>Spreadsheets and text (*.xlsx *.xlsm *.csv *.txt *.tsv);;All files (*)</source>
        <translation>Feuilles de calcul et texte (*.xlsx *.xlsm *.csv *.txt *.tsv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Take the numbers from a file</source>
        <translation>Prendre les numéros dans un fichier</translation>
    </message>
    <message>
        <source>One number, or many separated by spaces or commas</source>
        <translation>Un numéro, ou plusieurs séparés par des espaces ou des virgules</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet or an e-mail, or drop a file on the page</source>
        <translation>Collez d’une feuille de calcul ou d’un courriel, ou déposez un fichier sur la page</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Repérer</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Ajouter à la liste</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>À partir d’un fichier…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>For a barcode scanner: each number is added to the results and the field stays ready</source>
        <translation>Pour un lecteur de codes à barres&#xa0;: chaque numéro s’ajoute aux résultats et le champ reste prêt</translation>
    </message>
    <message>
        <source>Recent numbers</source>
        <translation>Numéros récents</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>One beep for a number that is found, two for one that is not</source>
        <translation>Un bip pour un numéro trouvé, deux pour un numéro introuvable</translation>
    </message>
    <message>
        <source>Type or paste at least one number.</source>
        <translation>Entrez ou collez au moins un numéro.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) are too many at once; ask for up to 200.</source>
        <translation>
            <numerusform>%n numéro est de trop; demandez-en jusqu’à 200.</numerusform>
            <numerusform>%n numéros à la fois, c’est trop; demandez-en jusqu’à 200.</numerusform>
        </translation>
    </message>
    <message>
        <source>One of these is too long to be a shipment’s number.</source>
        <translation>L’un d’eux est trop long pour être le numéro d’un envoi.</translation>
    </message>
    <message>
        <source>One number or many, of any kind: type or paste them.</source>
        <translation>Un numéro ou plusieurs, de toute sorte&#xa0;: entrez-les ou collez-les.</translation>
    </message>
    <message>
        <source>&amp;Show documents</source>
        <translation>&amp;Afficher les documents</translation>
    </message>
    <message>
        <source>Only these, or all if none is ticked:</source>
        <translation>Seulement ceux-ci, ou tous si rien n’est coché&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Attention</name>
    <message>
        <source>Exception</source>
        <translation>Anomalie</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>No news for 24 h</source>
        <translation>Sans nouvelles depuis 24&#xa0;h</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Several shipments</source>
        <translation>Plusieurs envois</translation>
    </message>
    <message>
        <source>Wrong kind of number</source>
        <translation>Numéro d’un autre type</translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos de</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>D’où</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Toutes les opérations</translation>
    </message>
    <message>
        <source>the system itself</source>
        <translation>le système lui-même</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>No lines match.</source>
        <translation>Aucune ligne ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>Save the audit log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>{file} could not be written. Save it again, in another folder.</source>
        <translation>{file} n’a pas pu être écrit. Enregistrez-le de nouveau, dans un autre dossier.</translation>
    </message>
    <message numerus="yes">
        <source>Saved as {file}: %n line(s).</source>
        <translation>
            <numerusform>Enregistré sous {file}&#xa0;: %n ligne.</numerusform>
            <numerusform>Enregistré sous {file}&#xa0;: %n lignes.</numerusform>
        </translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Quand (UTC)</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Enregistrer en CSV…</translation>
    </message>
    <message>
        <source>Save every line that matches, also those not shown yet; that is noted here</source>
        <translation>Enregistrer toutes les lignes trouvées, même celles qui ne sont pas encore affichées; c’est noté ici</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>{name}: {height}</source>
        <translation>{name}&#xa0;: {height}</translation>
    </message>
</context>
<context>
    <name>Bill</name>
    <message>
        <source>Issued</source>
        <translation>Émis</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Ramassé</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>Prepaid (the shipper pays)</source>
        <translation>Port payé (l’expéditeur paie)</translation>
    </message>
    <message>
        <source>Collect (the consignee pays)</source>
        <translation>Port dû (le destinataire paie)</translation>
    </message>
    <message>
        <source>Third party</source>
        <translation>Tierce partie</translation>
    </message>
    <message>
        <source>Shipping date</source>
        <translation>Date d’expédition</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>Numéro de connaissement</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Bill to</source>
        <translation>Facturer à</translation>
    </message>
    <message>
        <source>Customs broker</source>
        <translation>Courtier en douane</translation>
    </message>
    <message>
        <source>Handling units</source>
        <translation>Unités de manutention</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Marchandises</translation>
    </message>
    <message>
        <source>Dangerous goods</source>
        <translation>Marchandises dangereuses</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>COD</source>
        <translation>Contre remboursement</translation>
    </message>
    <message>
        <source>Declared value</source>
        <translation>Valeur déclarée</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>city</source>
        <translation>ville</translation>
    </message>
    <message>
        <source>province</source>
        <translation>province</translation>
    </message>
    <message>
        <source>postal code</source>
        <translation>code postal</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>téléphone</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>courriel</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>poids</translation>
    </message>
    <message>
        <source>length</source>
        <translation>longueur</translation>
    </message>
    <message>
        <source>width</source>
        <translation>largeur</translation>
    </message>
    <message>
        <source>height</source>
        <translation>hauteur</translation>
    </message>
    <message>
        <source>number of units</source>
        <translation>nombre d’unités</translation>
    </message>
    <message>
        <source>type</source>
        <translation>type</translation>
    </message>
    <message>
        <source>class</source>
        <translation>classe</translation>
    </message>
    <message>
        <source>description</source>
        <translation>désignation</translation>
    </message>
    <message>
        <source>pieces</source>
        <translation>morceaux</translation>
    </message>
    <message>
        <source>package</source>
        <translation>emballage</translation>
    </message>
    <message>
        <source>UN number</source>
        <translation>Numéro UN</translation>
    </message>
    <message>
        <source>shipping name</source>
        <translation>appellation réglementaire</translation>
    </message>
    <message>
        <source>primary class</source>
        <translation>classe primaire</translation>
    </message>
    <message>
        <source>packing group</source>
        <translation>groupe d’emballage</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>quantité</translation>
    </message>
    <message>
        <source>24-hour number</source>
        <translation>numéro 24 heures</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>montant</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>monnaie</translation>
    </message>
    <message>
        <source>All bills</source>
        <translation>Tous les connaissements</translation>
    </message>
    <message>
        <source>{place}: {what}</source>
        <translation>{place}&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Drivers call ahead: a telephone number helps.</source>
        <translation>Les chauffeurs appellent avant de passer&#xa0;: un numéro de téléphone est utile.</translation>
    </message>
    <message>
        <source>Without its size, freight is measured and billed by the carrier.</source>
        <translation>Sans dimensions, le transporteur mesure la marchandise et la facture selon ses mesures.</translation>
    </message>
    <message>
        <source>Very light for its size ({density} lb/ft³). Check weight and size.</source>
        <translation>Très léger pour ses dimensions ({density}&#xa0;lb/pi³). Vérifiez le poids et les dimensions.</translation>
    </message>
    <message>
        <source>Very heavy for its size ({density} lb/ft³). Check weight and size.</source>
        <translation>Très lourd pour ses dimensions ({density}&#xa0;lb/pi³). Vérifiez le poids et les dimensions.</translation>
    </message>
    <message>
        <source>Longer than a trailer. Check the unit of length.</source>
        <translation>Plus long qu’une remorque. Vérifiez l’unité de longueur.</translation>
    </message>
    <message>
        <source>{density} lb/ft³ is class {class}.</source>
        <translation>{density}&#xa0;lb/pi³ correspond à la classe {class}.</translation>
    </message>
    <message>
        <source>Carriers in the United States ask for a class.</source>
        <translation>Les transporteurs des États-Unis demandent une classe.</translation>
    </message>
    <message>
        <source>Fewer pieces ({pieces}) than units ({units}).</source>
        <translation>Moins de morceaux ({pieces}) que d’unités ({units}).</translation>
    </message>
    <message>
        <source>The goods on it weigh more ({lines}).</source>
        <translation>Les marchandises qui s’y trouvent pèsent davantage ({lines}).</translation>
    </message>
    <message>
        <source>Above {limit} $, what the carrier owes at most without a declaration. A charge may apply.</source>
        <translation>Au-dessus de {limit}&#xa0;$, le maximum dû par le transporteur sans déclaration. Des frais peuvent s’appliquer.</translation>
    </message>
</context>
<context>
    <name>BillOfLadingPage</name>
    <message>
        <source>Without one, the carrier owes at most 2.00 $ a pound (4.41 $/kg).</source>
        <translation>Sans déclaration, le transporteur doit au plus 2,00&#xa0;$ la livre (4,41&#xa0;$/kg).</translation>
    </message>
    <message>
        <source>Shipping date</source>
        <translation>Date d’expédition</translation>
    </message>
    <message>
        <source>Freight charges</source>
        <translation>Frais de transport</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>Numéro de connaissement</translation>
    </message>
    <message>
        <source>Leave it empty to get one.</source>
        <translation>Laissez vide pour en recevoir un.</translation>
    </message>
    <message>
        <source>Quote number and letter</source>
        <translation>Numéro et lettre de la soumission</translation>
    </message>
    <message>
        <source>Shipper (point of pickup)</source>
        <translation>Expéditeur (lieu de ramassage)</translation>
    </message>
    <message>
        <source>Consignee (point of delivery)</source>
        <translation>Destinataire (lieu de livraison)</translation>
    </message>
    <message>
        <source>Bill to, if a third party pays</source>
        <translation>Facturer à, si une tierce partie paie</translation>
    </message>
    <message>
        <source>Customs broker</source>
        <translation>Courtier en douane</translation>
    </message>
    <message>
        <source>Handling units and goods</source>
        <translation>Unités de manutention et marchandises</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Références</translation>
    </message>
    <message>
        <source>Additional services</source>
        <translation>Services supplémentaires</translation>
    </message>
    <message>
        <source>Special instructions</source>
        <translation>Directives particulières</translation>
    </message>
    <message>
        <source>Declared value</source>
        <translation>Valeur déclarée</translation>
    </message>
    <message>
        <source>COD</source>
        <translation>Contre remboursement</translation>
    </message>
    <message>
        <source>Still missing:</source>
        <translation>Il manque encore&#xa0;:</translation>
    </message>
    <message>
        <source>Worth a second look:</source>
        <translation>À vérifier&#xa0;:</translation>
    </message>
    <message>
        <source>A number in the form is not written correctly.</source>
        <translation>Un nombre du formulaire n’est pas écrit correctement.</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Fields marked with * are required. The bill gets its number at once; without a link it takes one that this computer has borrowed.</source>
        <translation>Les champs marqués d’un * sont obligatoires. Le connaissement reçoit son numéro aussitôt. Sans lien, il prend un numéro que ce poste a emprunté.</translation>
    </message>
    <message>
        <source>&amp;Issue the bill</source>
        <translation>Émettre le &amp;connaissement</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation>Effacer le formulaire</translation>
    </message>
    <message>
        <source>New bill</source>
        <translation>Nouveau connaissement</translation>
    </message>
    <message>
        <source>Earlier bills</source>
        <translation>Connaissements antérieurs</translation>
    </message>
    <message>
        <source>Begin from a template: type a part of its name, then Enter</source>
        <translation>Partir d’un modèle&#xa0;: saisissez une partie de son nom, puis Entrée</translation>
    </message>
    <message>
        <source>Begin from a template</source>
        <translation>Partir d’un modèle</translation>
    </message>
</context>
<context>
    <name>BillUnitsEditor</name>
    <message>
        <source>Goods on these units</source>
        <translation>Marchandises sur ces unités</translation>
    </message>
</context>
<context>
    <name>BillsPanel</name>
    <message>
        <source>Earlier bills</source>
        <translation>Connaissements antérieurs</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Autopro</source>
        <translation>Autopro</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Shipping date</source>
        <translation>Date d’expédition</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>No bills match.</source>
        <translation>Aucun connaissement ne correspond.</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Émis</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Morceaux</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Dangerous goods</source>
        <translation>Marchandises dangereuses</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Purchase orders</source>
        <translation>Bons de commande</translation>
    </message>
    <message>
        <source>Labels {first} to {last}, {code}</source>
        <translation>Étiquettes {first} à {last}, {code}</translation>
    </message>
    <message>
        <source>Bill, copies: {copies}, {code}</source>
        <translation>Connaissement, exemplaires&#xa0;: {copies}, {code}</translation>
    </message>
    <message>
        <source>Bill {number} is cancelled.</source>
        <translation>Le connaissement {number} est annulé.</translation>
    </message>
    <message>
        <source>Press again to cancel the bill</source>
        <translation>Appuyez de nouveau pour annuler le connaissement</translation>
    </message>
    <message>
        <source>Cancel the bill</source>
        <translation>Annuler le connaissement</translation>
    </message>
    <message>
        <source>Bills of lading</source>
        <translation>Connaissements</translation>
    </message>
    <message>
        <source>Search: number, order, consignee, city…</source>
        <translation>Recherche&#xa0;: numéro, commande, destinataire, ville…</translation>
    </message>
    <message>
        <source>Copy into a new bill</source>
        <translation>Copier dans un nouveau connaissement</translation>
    </message>
    <message>
        <source>Trace it</source>
        <translation>Repérer l’envoi</translation>
    </message>
    <message>
        <source>Request a pickup</source>
        <translation>Demander un ramassage</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>Transporteur</translation>
    </message>
    <message>
        <source>Handed over {when}, no reply yet</source>
        <translation>Remis {when}, sans réponse pour l’instant</translation>
    </message>
    <message>
        <source>Save for the carrier (X12)…</source>
        <translation>Enregistrer pour le transporteur (X12)…</translation>
    </message>
    <message>
        <source>Save the cancellation for the carrier (X12)…</source>
        <translation>Enregistrer l’annulation pour le transporteur (X12)…</translation>
    </message>
</context>
<context>
    <name>BoardPanel</name>
    <message>
        <source>Driver</source>
        <translation>Chauffeur</translation>
    </message>
    <message>
        <source>Why it was missed</source>
        <translation>Motif du ramassage manqué</translation>
    </message>
    <message>
        <source>Pickups</source>
        <translation>Ramassages</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>All terminals</source>
        <translation>Tous les terminaux</translation>
    </message>
    <message>
        <source>No pickups on this day match.</source>
        <translation>Aucun ramassage de ce jour ne correspond.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Somebody else moved it meanwhile: {state}. Nothing was changed.</source>
        <translation>Quelqu’un d’autre en a changé l’état entre-temps&#xa0;: {state}. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Pickups of {day}</source>
        <translation>Ramassages du {day}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Assign the driver</source>
        <translation>Confier au chauffeur</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Ramassé</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqué</translation>
    </message>
    <message>
        <source>Cancel the pickup</source>
        <translation>Annuler le ramassage</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>Nouveau jour</translation>
    </message>
</context>
<context>
    <name>Busy</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>ClaimEdit</name>
    <message>
        <source>This claim was changed meanwhile; its status is now: {state}. What you typed is still here. Save it again to put it in the place of what stands now.</source>
        <translation>Cette réclamation a été modifiée entre-temps; son état est maintenant&#xa0;: {state}. Ce que vous avez saisi est toujours là. Enregistrez-le de nouveau pour remplacer ce qui s’y trouve maintenant.</translation>
    </message>
    <message>
        <source>Change {number}</source>
        <translation>Modifier {number}</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Enregistrer les changements</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Abandonner les changements</translation>
    </message>
</context>
<context>
    <name>ClaimFields</name>
    <message>
        <source>&amp;What happened</source>
        <translation>Ce &amp;qui s’est passé</translation>
    </message>
    <message>
        <source>You may leave it for later.</source>
        <translation>Vous pouvez le préciser plus tard.</translation>
    </message>
    <message>
        <source>Goods that are missing or damaged</source>
        <translation>Marchandise manquante ou avariée</translation>
    </message>
    <message>
        <source>Currency of the costs</source>
        <translation>Monnaie des coûts</translation>
    </message>
    <message>
        <source>Declared value</source>
        <translation>Valeur déclarée</translation>
    </message>
    <message>
        <source>Only if the bill of lading declares one, in Canadian dollars.</source>
        <translation>Seulement si le connaissement en déclare une, en dollars canadiens.</translation>
    </message>
    <message>
        <source>Where the goods are now</source>
        <translation>Où est la marchandise maintenant</translation>
    </message>
    <message>
        <source>Descri&amp;ption</source>
        <translation>Descri&amp;ption</translation>
    </message>
    <message>
        <source>E-mail for news of it</source>
        <translation>Courriel pour les nouvelles du dossier</translation>
    </message>
    <message>
        <source>Your default e-mail unless you enter another.</source>
        <translation>Votre courriel par défaut, à moins d’en entrer un autre.</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>Coût unitaire</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Unit of weight</source>
        <translation>Unité de poids</translation>
    </message>
</context>
<context>
    <name>ClaimListing</name>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Autopro number</source>
        <translation>Numéro autopro</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>Reçue le</translation>
    </message>
    <message>
        <source>Days left for the claim</source>
        <translation>Jours pour réclamer</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Montant réclamé</translation>
    </message>
    <message>
        <source>What is next</source>
        <translation>Prochaine étape</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Réclamations</translation>
    </message>
    <message>
        <source>Your claims, the newest first; the chosen one is shown below</source>
        <translation>Vos réclamations, les plus récentes d’abord; celle qui est choisie est affichée plus bas</translation>
    </message>
    <message>
        <source>No claims yet. Give notice with the autopro number alone.</source>
        <translation>Aucune réclamation. Le numéro autopro suffit pour donner avis.</translation>
    </message>
    <message>
        <source>{shown} of {rows}</source>
        <translation>{shown} sur {rows}</translation>
    </message>
</context>
<context>
    <name>ClaimSight</name>
    <message>
        <source>Papers that this needs</source>
        <translation>Documents à fournir</translation>
    </message>
    <message>
        <source>The weight of the shipment is not known: no limit of liability can be counted.</source>
        <translation>Le poids de l’envoi est inconnu&#xa0;: la limite de responsabilité ne peut pas être calculée.</translation>
    </message>
    <message>
        <source>Limit of liability: {cap}.</source>
        <translation>Limite de responsabilité&#xa0;: {cap}.</translation>
    </message>
    <message>
        <source>Claimed: {claimed}. {limit}</source>
        <translation>Montant réclamé&#xa0;: {claimed}. {limit}</translation>
    </message>
    <message>
        <source>This number is no shipment of your company. Check it.</source>
        <translation>Ce numéro ne correspond à aucun envoi de votre entreprise. Vérifiez-le.</translation>
    </message>
    <message>
        <source>The server cannot be reached, so the last day is not known. A notice has 60 days from delivery: send it now; it goes out by itself.</source>
        <translation>Le serveur ne répond pas; le dernier jour n’est donc pas connu. Un avis doit être donné dans les 60&#xa0;jours de la livraison&#xa0;: envoyez-le maintenant, il partira de lui-même.</translation>
    </message>
    <message>
        <source>A notice has 60 days from delivery, a claim nine months from shipping. Enter the number.</source>
        <translation>L’avis doit être donné dans les 60&#xa0;jours de la livraison, la réclamation dans les neuf mois de l’expédition. Entrez le numéro.</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>Inspection request</source>
        <translation>Demande d’inspection</translation>
    </message>
    <message>
        <source>Notice of claim</source>
        <translation>Avis de réclamation</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Réclamation</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Avarie</translation>
    </message>
    <message>
        <source>Concealed damage</source>
        <translation>Avarie cachée</translation>
    </message>
    <message>
        <source>Shortage</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Retard</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçue</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Dossier ouvert</translation>
    </message>
    <message>
        <source>Papers needed</source>
        <translation>Documents requis</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>À l’étude</translation>
    </message>
    <message>
        <source>Offer made</source>
        <translation>Offre faite</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payée</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Closed, papers missing</source>
        <translation>Fermée, documents manquants</translation>
    </message>
    <message>
        <source>Something this version does not know</source>
        <translation>Quelque chose que cette version ne connaît pas</translation>
    </message>
    <message>
        <source>bill of lading</source>
        <translation>connaissement</translation>
    </message>
    <message>
        <source>delivery receipt</source>
        <translation>reçu de livraison</translation>
    </message>
    <message>
        <source>supplier’s invoice</source>
        <translation>facture du fournisseur</translation>
    </message>
    <message>
        <source>packing list</source>
        <translation>bordereau d’emballage</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>photos</translation>
    </message>
    <message>
        <source>inspection report</source>
        <translation>rapport d’inspection</translation>
    </message>
    <message>
        <source>repair invoice</source>
        <translation>facture de réparation</translation>
    </message>
    <message>
        <source>paid freight bill</source>
        <translation>facture de fret acquittée</translation>
    </message>
    <message>
        <source>other paper</source>
        <translation>autre document</translation>
    </message>
    <message>
        <source>The carrier looks at it.</source>
        <translation>Le transporteur l’examine.</translation>
    </message>
    <message>
        <source>The payment of the offer follows.</source>
        <translation>Le paiement de l’offre suivra.</translation>
    </message>
    <message>
        <source>Add: {papers}</source>
        <translation>À ajouter&#xa0;: {papers}</translation>
    </message>
    <message>
        <source>Make it a claim before its last day.</source>
        <translation>En faire une réclamation avant le dernier jour.</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Expédié le</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livré le</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Noted on the way</source>
        <translation>Noté en route</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Autopro number</source>
        <translation>Numéro autopro</translation>
    </message>
    <message>
        <source>What is next</source>
        <translation>Prochaine étape</translation>
    </message>
    <message>
        <source>Last day for the notice</source>
        <translation>Dernier jour pour l’avis</translation>
    </message>
    <message>
        <source>Last day for the claim</source>
        <translation>Dernier jour pour réclamer</translation>
    </message>
    <message>
        <source>Limit of liability</source>
        <translation>Limite de responsabilité</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Temps qui reste</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>It came after its last day.</source>
        <translation>Reçue après le dernier jour.</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Montant réclamé</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Montant offert</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>What the carrier says</source>
        <translation>Ce que dit le transporteur</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Where the goods are</source>
        <translation>Où est la marchandise</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Marchandise</translation>
    </message>
    <message>
        <source>Papers added</source>
        <translation>Documents ajoutés</translation>
    </message>
    <message>
        <source>Papers missing</source>
        <translation>Documents manquants</translation>
    </message>
    <message>
        <source>Offer accepted</source>
        <translation>Offre acceptée</translation>
    </message>
    <message>
        <source>Accept the offer, or tell the carrier why not.</source>
        <translation>Acceptez l’offre, ou dites au transporteur pourquoi vous la refusez.</translation>
    </message>
</context>
<context>
    <name>ClaimsPage</name>
    <message>
        <source>A&amp;utopro number</source>
        <translation>N&amp;uméro autopro</translation>
    </message>
    <message>
        <source>List the goods with what they cost you, without profit. Papers are added once the claim has its number.</source>
        <translation>Énumérez la marchandise avec son coût, sans profit. Les documents s’ajoutent dès que la réclamation a son numéro.</translation>
    </message>
    <message>
        <source>Papers to add: {papers}.</source>
        <translation>Documents à ajouter&#xa0;: {papers}.</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Réclamations</translation>
    </message>
    <message>
        <source>The autopro number alone is enough. A notice keeps your right to claim; the claim can follow.</source>
        <translation>Le numéro autopro suffit. L’avis protège votre droit; la réclamation peut suivre.</translation>
    </message>
    <message>
        <source>Keep the goods and their packaging as they are. We come and look at them.</source>
        <translation>Laissez la marchandise et son emballage tels quels. Nous viendrons les voir.</translation>
    </message>
    <message>
        <source>Your claims</source>
        <translation>Vos réclamations</translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation>Ajouter des documents</translation>
    </message>
</context>
<context>
    <name>ClaimsPanel</name>
    <message>
        <source>Amount of an offer or payment</source>
        <translation>Montant d’une offre ou d’un paiement</translation>
    </message>
    <message>
        <source>Number of the payment</source>
        <translation>Numéro du paiement</translation>
    </message>
    <message>
        <source>Papers to ask for</source>
        <translation>Documents à demander</translation>
    </message>
    <message>
        <source>What the claimant is told</source>
        <translation>Ce qui est dit au réclamant</translation>
    </message>
    <message>
        <source>Included in the e-mail. A refusal needs it.</source>
        <translation>Figure dans le courriel. Un refus l’exige.</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Réclamations</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçue</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Montant réclamé</translation>
    </message>
    <message>
        <source>All claims</source>
        <translation>Toutes les réclamations</translation>
    </message>
    <message>
        <source>No claims match.</source>
        <translation>Aucune réclamation ne correspond.</translation>
    </message>
    <message>
        <source>Filed by</source>
        <translation>Déposée par</translation>
    </message>
    <message>
        <source>{number}: {state}.</source>
        <translation>{number}&#xa0;: {state}.</translation>
    </message>
    <message>
        <source>Save the papers</source>
        <translation>Enregistrer les documents</translation>
    </message>
    <message>
        <source>The papers cannot be written into this folder.</source>
        <translation>Les documents ne peuvent pas être enregistrés dans ce dossier.</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Ask for papers</source>
        <translation>Demander des documents</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Étudier</translation>
    </message>
    <message>
        <source>Make an offer</source>
        <translation>Faire une offre</translation>
    </message>
    <message>
        <source>Note the payment</source>
        <translation>Noter le paiement</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Close, papers missing</source>
        <translation>Fermer, documents manquants</translation>
    </message>
    <message>
        <source>Save the papers…</source>
        <translation>Enregistrer les documents…</translation>
    </message>
</context>
<context>
    <name>CodEditor</name>
    <message>
        <source>Collect on delivery</source>
        <translation>Montant à percevoir</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>Who pays the fee</source>
        <translation>Qui paie les frais</translation>
    </message>
</context>
<context>
    <name>ConflictArea</name>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>You typed</source>
        <translation>Vous avez saisi</translation>
    </message>
    <message>
        <source>What stands now</source>
        <translation>Ce qui est enregistré</translation>
    </message>
    <message>
        <source>Use what stands now in this field</source>
        <translation>Reprendre ce qui est enregistré dans ce champ</translation>
    </message>
    <message>
        <source>Discard what I typed</source>
        <translation>Abandonner ce que j’ai saisi</translation>
    </message>
    <message>
        <source>What you typed and what stands now, field by field</source>
        <translation>Ce que vous avez saisi et ce qui est enregistré, champ par champ</translation>
    </message>
    <message>
        <source>Changed by {code}, {moment}. Choose a line to use what stands now in that field.</source>
        <translation>Modifiée par {code}, {moment}. Choisissez une ligne pour reprendre ce qui est enregistré dans ce champ.</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Connected. Sign in again on the left.</source>
        <translation>Connecté. Ouvrez de nouveau une session, à gauche.</translation>
    </message>
    <message>
        <source>A server of your site or of the carrier</source>
        <translation>Un serveur de votre site ou du transporteur</translation>
    </message>
    <message>
        <source>This computer alone</source>
        <translation>Cet ordinateur seul</translation>
    </message>
    <message>
        <source>The program keeps its own data; nothing else is needed.</source>
        <translation>Le programme conserve ses propres données; rien d’autre n’est nécessaire.</translation>
    </message>
    <message>
        <source>Connected, but not encrypted: others on your network could read passwords. Ask your administrator for an address that begins with https.</source>
        <translation>Connecté, mais sans chiffrement&#xa0;: d’autres personnes sur votre réseau pourraient lire les mots de passe. Demandez à votre administrateur une adresse qui commence par https.</translation>
    </message>
    <message>
        <source>This computer’s own data is in use now.</source>
        <translation>Le programme utilise maintenant les données de cet ordinateur.</translation>
    </message>
    <message>
        <source>This computer’s own data is in use.</source>
        <translation>Le programme utilise les données de cet ordinateur.</translation>
    </message>
    <message>
        <source>Server {server} is selected but is not answering.</source>
        <translation>Le serveur {server} est sélectionné, mais ne répond pas.</translation>
    </message>
    <message>
        <source>Connected to {server}, {carrier}. Its version is {version}, this program’s {own}.</source>
        <translation>Connecté à {server}, {carrier}. Sa version est {version}, celle du programme {own}.</translation>
    </message>
    <message>
        <source>Use this computer’s data</source>
        <translation>Utiliser les données de cet ordinateur</translation>
    </message>
</context>
<context>
    <name>ContactPage</name>
    <message>
        <source>Contact us</source>
        <translation>Nous joindre</translation>
    </message>
    <message>
        <source>{number} is copied.</source>
        <translation>{number} est copié.</translation>
    </message>
    <message>
        <source>Customer service of {carrier}:</source>
        <translation>Service à la clientèle de {carrier}&#xa0;:</translation>
    </message>
    <message>
        <source>Customer service:</source>
        <translation>Service à la clientèle&#xa0;:</translation>
    </message>
    <message>
        <source>Have the autopro number or your access code at hand. We never ask for your password.</source>
        <translation>Ayez sous la main le numéro autopro ou votre code d’accès. Nous ne demandons jamais votre mot de passe.</translation>
    </message>
    <message>
        <source>Telephone {number}</source>
        <translation>Téléphone {number}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>Copier {number}</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;minute</numerusform>
            <numerusform>il y a %n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;heure</numerusform>
            <numerusform>il y a %n&#xa0;heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>il y a %n&#xa0;jour</numerusform>
            <numerusform>il y a %n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too many requests in a short time. Try again in %n second(s).</source>
        <translation>
            <numerusform>Trop de demandes en peu de temps. Réessayez dans %n&#xa0;seconde.</numerusform>
            <numerusform>Trop de demandes en peu de temps. Réessayez dans %n&#xa0;secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Utilisez au moins %n&#xa0;caractère.</numerusform>
            <numerusform>Utilisez au moins %n&#xa0;caractères.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use at most %n character(s).</source>
        <translation>
            <numerusform>Utilisez au plus %n&#xa0;caractère.</numerusform>
            <numerusform>Utilisez au plus %n&#xa0;caractères.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need a correction.</source>
        <translation>
            <numerusform>%n&#xa0;champ doit être corrigé.</numerusform>
            <numerusform>%n&#xa0;champs doivent être corrigés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed %n day(s) ago</source>
        <translation>
            <numerusform>modifié il y a %n&#xa0;jour</numerusform>
            <numerusform>modifié il y a %n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), the newest first.</source>
        <translation>
            <numerusform>%n&#xa0;ligne, la plus récente d’abord.</numerusform>
            <numerusform>%n&#xa0;lignes, les plus récentes d’abord.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s), without the access code. A few words in a row make a good password.</source>
        <translation>
            <numerusform>Au moins %n&#xa0;caractère, sans le code d’accès. Quelques mots à la suite font un bon mot de passe.</numerusform>
            <numerusform>Au moins %n&#xa0;caractères, sans le code d’accès. Quelques mots à la suite font un bon mot de passe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s) found.</source>
        <translation>
            <numerusform>%n&#xa0;envoi trouvé.</numerusform>
            <numerusform>%n&#xa0;envois trouvés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s)</source>
        <translation>
            <numerusform>%n&#xa0;numéro</numerusform>
            <numerusform>%n&#xa0;numéros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) were blank.</source>
        <translation>
            <numerusform>%n&#xa0;cellule était vide.</numerusform>
            <numerusform>%n&#xa0;cellules étaient vides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n watched shipment(s) changed</source>
        <translation>
            <numerusform>%n&#xa0;envoi surveillé a changé</numerusform>
            <numerusform>%n&#xa0;envois surveillés ont changé</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Watching %n number(s).</source>
        <translation>
            <numerusform>%n&#xa0;numéro surveillé.</numerusform>
            <numerusform>%n&#xa0;numéros surveillés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The watch list is full: it holds %Ln number(s). Stop watching some first.</source>
        <translation>
            <numerusform>La liste de surveillance est pleine&#xa0;: elle compte %Ln&#xa0;numéro. Cessez d’abord d’en surveiller.</numerusform>
            <numerusform>La liste de surveillance est pleine&#xa0;: elle compte %Ln&#xa0;numéros. Cessez d’abord d’en surveiller.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server cannot be reached. %n number(s) are shown as they were last known, the oldest {age}.</source>
        <translation>
            <numerusform>Le serveur est injoignable. %n&#xa0;numéro est affiché tel qu’il était connu, {age}.</numerusform>
            <numerusform>Le serveur est injoignable. %n&#xa0;numéros sont affichés tels qu’ils étaient connus, le plus ancien {age}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n&#xa0;trouvé</numerusform>
            <numerusform>%n&#xa0;trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with several shipments</source>
        <translation>
            <numerusform>%n&#xa0;avec plusieurs envois</numerusform>
            <numerusform>%n&#xa0;avec plusieurs envois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not found</source>
        <translation>
            <numerusform>%n&#xa0;introuvable</numerusform>
            <numerusform>%n&#xa0;introuvables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s) left out.</source>
        <translation>
            <numerusform>%n&#xa0;doublon omis.</numerusform>
            <numerusform>%n&#xa0;doublons omis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) not sent yet</source>
        <translation>
            <numerusform>%n&#xa0;à transmettre</numerusform>
            <numerusform>%n&#xa0;à transmettre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) could not be sent for more than two days. They are safe on this computer; see “not sent yet” at the bottom of the window.</source>
        <translation>
            <numerusform>%n&#xa0;demande n’a pas pu être transmise depuis plus de deux jours. Elle est en sûreté sur cet ordinateur; voyez «&#xa0;à transmettre&#xa0;» au bas de la fenêtre.</numerusform>
            <numerusform>%n&#xa0;demandes n’ont pas pu être transmises depuis plus de deux jours. Elles sont en sûreté sur cet ordinateur; voyez «&#xa0;à transmettre&#xa0;» au bas de la fenêtre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invalid</source>
        <translation>
            <numerusform>%n&#xa0;non valide</numerusform>
            <numerusform>%n&#xa0;non valides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n access request(s)</source>
        <translation>
            <numerusform>%n demande d’accès</numerusform>
            <numerusform>%n demandes d’accès</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n forgotten password(s)</source>
        <translation>
            <numerusform>%n mot de passe oublié</numerusform>
            <numerusform>%n mots de passe oubliés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not fully imported</source>
        <translation>
            <numerusform>%n fichier importé en partie</numerusform>
            <numerusform>%n fichiers importés en partie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unsent e-mail(s)</source>
        <translation>
            <numerusform>%n courriel non envoyé</numerusform>
            <numerusform>%n courriels non envoyés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown sender(s)</source>
        <translation>
            <numerusform>%n expéditeur inconnu</numerusform>
            <numerusform>%n expéditeurs inconnus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies), by name</source>
        <translation>
            <numerusform>%n fiche, par nom</numerusform>
            <numerusform>%n fiches, par nom</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The same for %n more of this sender</source>
        <translation>
            <numerusform>La même chose pour %n autre de cet expéditeur</numerusform>
            <numerusform>La même chose pour %n autres de cet expéditeur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{number} and %n more</source>
        <translation>
            <numerusform>{number} et %n autre</numerusform>
            <numerusform>{number} et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) imported.</source>
        <translation>
            <numerusform>%n élément importé.</numerusform>
            <numerusform>%n éléments importés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) still cannot be imported.</source>
        <translation>
            <numerusform>%n élément ne peut toujours pas être importé.</numerusform>
            <numerusform>%n éléments ne peuvent toujours pas être importés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) would be imported.</source>
        <translation>
            <numerusform>%n élément serait importé.</numerusform>
            <numerusform>%n éléments seraient importés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) would be set aside.</source>
        <translation>
            <numerusform>%n élément serait mis de côté.</numerusform>
            <numerusform>%n éléments seraient mis de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) to look at</source>
        <translation>
            <numerusform>%n&#xa0;réclamation à examiner</numerusform>
            <numerusform>%n&#xa0;réclamations à examiner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left for the notice: until {day}.</source>
        <translation>
            <numerusform>Il reste %n&#xa0;jour pour donner avis&#xa0;: jusqu’au {day}.</numerusform>
            <numerusform>Il reste %n&#xa0;jours pour donner avis&#xa0;: jusqu’au {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late: the last day for the notice was {day}. Send it all the same.</source>
        <translation>
            <numerusform>%n&#xa0;jour de retard&#xa0;: le dernier jour pour l’avis était le {day}. Envoyez-le quand même.</numerusform>
            <numerusform>%n&#xa0;jours de retard&#xa0;: le dernier jour pour l’avis était le {day}. Envoyez-le quand même.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left for the claim: until {day}.</source>
        <translation>
            <numerusform>Il reste %n&#xa0;jour pour réclamer&#xa0;: jusqu’au {day}.</numerusform>
            <numerusform>Il reste %n&#xa0;jours pour réclamer&#xa0;: jusqu’au {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late: the last day for the claim was {day}. Send it all the same.</source>
        <translation>
            <numerusform>%n&#xa0;jour de retard&#xa0;: le dernier jour pour réclamer était le {day}. Envoyez la réclamation quand même.</numerusform>
            <numerusform>%n&#xa0;jours de retard&#xa0;: le dernier jour pour réclamer était le {day}. Envoyez la réclamation quand même.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) saved.</source>
        <translation>
            <numerusform>%n&#xa0;document enregistré.</numerusform>
            <numerusform>%n&#xa0;documents enregistrés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s) of invoices</source>
        <translation>
            <numerusform>%n contestation de facture</numerusform>
            <numerusform>%n contestations de factures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved as {file}: %n line(s).</source>
        <translation>
            <numerusform>Enregistré sous {file}&#xa0;: %n ligne.</numerusform>
            <numerusform>Enregistré sous {file}&#xa0;: %n lignes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server answers from a copy for the moment. %n number(s) are shown as the copy knew them, the oldest {age}.</source>
        <translation>
            <numerusform>Le serveur répond d’une copie pour le moment. %n&#xa0;numéro est affiché tel que la copie le connaissait, {age}.</numerusform>
            <numerusform>Le serveur répond d’une copie pour le moment. %n&#xa0;numéros sont affichés tels que la copie les connaissait, le plus ancien {age}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerChoice</name>
    <message>
        <source>Name, city or number</source>
        <translation>Nom, ville ou numéro</translation>
    </message>
    <message>
        <source>Perhaps {customer}</source>
        <translation>Peut-être {customer}</translation>
    </message>
</context>
<context>
    <name>CustomersPanel</name>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Access codes</source>
        <translation>Codes d’accès</translation>
    </message>
    <message>
        <source>Company keys</source>
        <translation>Clés d’entreprise</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Customer since</source>
        <translation>Client depuis</translation>
    </message>
    <message>
        <source>Company key {key}</source>
        <translation>Clé d’entreprise {key}</translation>
    </message>
    <message>
        <source>issued {date}</source>
        <translation>émise le {date}</translation>
    </message>
    <message>
        <source>revoked {date}</source>
        <translation>révoquée le {date}</translation>
    </message>
    <message>
        <source>Authorization of the company key {key}</source>
        <translation>Autorisation de la clé d’entreprise {key}</translation>
    </message>
    <message>
        <source>{name} has a new company key, {key}.</source>
        <translation>{name} a une nouvelle clé d’entreprise, {key}.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Copy the authorization</source>
        <translation>Copier l’autorisation</translation>
    </message>
    <message>
        <source>Issue a company key</source>
        <translation>Émettre une clé d’entreprise</translation>
    </message>
    <message>
        <source>Company keys that are valid</source>
        <translation>Clés d’entreprise valides</translation>
    </message>
    <message>
        <source>Revoke this key</source>
        <translation>Révoquer cette clé</translation>
    </message>
    <message>
        <source>Copy it now: it is shown only once and is not kept anywhere.</source>
        <translation>Copiez-la maintenant&#xa0;: elle n’est affichée qu’une fois et n’est conservée nulle part.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>No customers match.</source>
        <translation>Aucun client ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>The company key {key} no longer works.</source>
        <translation>La clé d’entreprise {key} ne fonctionne plus.</translation>
    </message>
    <message>
        <source>The program of company key {key} is told times by a 12-hour clock.</source>
        <translation>Le programme de la clé d’entreprise {key} reçoit les heures sur 12 heures.</translation>
    </message>
    <message>
        <source>The program of company key {key} is told times by a 24-hour clock.</source>
        <translation>Le programme de la clé d’entreprise {key} reçoit les heures sur 24 heures.</translation>
    </message>
    <message>
        <source>12-hour time</source>
        <translation>Heure sur 12 heures</translation>
    </message>
    <message>
        <source>For programs that fail on times after 12:59; time24 has the whole time.</source>
        <translation>Pour les programmes qui ne lisent pas les heures après 12&#xa0;h&#xa0;59. L’élément time24 donne l’heure complète.</translation>
    </message>
</context>
<context>
    <name>DangerousGoodsEditor</name>
    <message>
        <source>Dangerous goods</source>
        <translation>Marchandises dangereuses</translation>
    </message>
    <message>
        <source>UN number</source>
        <translation>Numéro UN</translation>
    </message>
    <message>
        <source>Shipping name</source>
        <translation>Appellation réglementaire</translation>
    </message>
    <message>
        <source>Technical name</source>
        <translation>Appellation technique</translation>
    </message>
    <message>
        <source>Primary class</source>
        <translation>Classe primaire</translation>
    </message>
    <message>
        <source>Subsidiary classes</source>
        <translation>Classes subsidiaires</translation>
    </message>
    <message>
        <source>Packing group</source>
        <translation>Groupe d’emballage</translation>
    </message>
    <message>
        <source>Quantity, metric, and containers</source>
        <translation>Quantité métrique et contenants</translation>
    </message>
    <message>
        <source>24-hour number</source>
        <translation>numéro 24 heures</translation>
    </message>
    <message>
        <source>Number of the emergency plan (ERAP)</source>
        <translation>Numéro du plan d’urgence (PIU)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>DecisionArea</name>
    <message>
        <source>Reason for a refusal</source>
        <translation>Motif du refus</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Included in the e-mail to this person.</source>
        <translation>Sera inclus dans le courriel envoyé à cette personne.</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>Reference number</source>
        <translation>Numéro de référence</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçue</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>All requests</source>
        <translation>Toutes les demandes</translation>
    </message>
    <message>
        <source>No requests match.</source>
        <translation>Aucune demande ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Décidée</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Code d’accès</translation>
    </message>
    <message>
        <source>Reason for the refusal</source>
        <translation>Motif du refus</translation>
    </message>
    <message>
        <source>Refused. The e-mail to {email} is in the outbox.</source>
        <translation>Demande refusée. Le courriel à {email} est dans la boîte d’envoi.</translation>
    </message>
</context>
<context>
    <name>DisputeForm</name>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Amount disputed</source>
        <translation>Montant contesté</translation>
    </message>
    <message>
        <source>Charge or tax it is about</source>
        <translation>Frais ou taxe en cause</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>The whole invoice</source>
        <translation>Toute la facture</translation>
    </message>
    <message>
        <source>We have your dispute of invoice {number}.</source>
        <translation>Nous avons votre contestation de la facture {number}.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Your dispute of invoice {number} is safe on this computer and will be sent automatically.</source>
        <translation>Le serveur n’est pas joignable. Votre contestation de la facture {number} est en sûreté sur cet ordinateur et sera envoyée automatiquement.</translation>
    </message>
    <message>
        <source>Dispute invoice {number}</source>
        <translation>Contester la facture {number}</translation>
    </message>
    <message>
        <source>Send the dispute</source>
        <translation>Envoyer la contestation</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laisser tomber</translation>
    </message>
</context>
<context>
    <name>DisputesPanel</name>
    <message>
        <source>Amount of the credit</source>
        <translation>Montant du crédit</translation>
    </message>
    <message>
        <source>What the customer is told</source>
        <translation>Ce qui est dit au client</translation>
    </message>
    <message>
        <source>Included in the e-mail. A refusal needs it.</source>
        <translation>Figure dans le courriel. Un refus l’exige.</translation>
    </message>
    <message>
        <source>Invoices and disputes</source>
        <translation>Factures et contestations</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçue</translation>
    </message>
    <message>
        <source>All disputes</source>
        <translation>Toutes les contestations</translation>
    </message>
    <message>
        <source>No disputes match.</source>
        <translation>Aucune contestation ne correspond.</translation>
    </message>
    <message>
        <source>Disputed by</source>
        <translation>Contestée par</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Au sujet de</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>What we said</source>
        <translation>Notre réponse</translation>
    </message>
    <message>
        <source>{number}: {state}.</source>
        <translation>{number}&#xa0;: {state}.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Choisir un fichier</translation>
    </message>
    <message>
        <source>CSV (*.csv *.txt)</source>
        <translation>CSV (*.csv *.txt)</translation>
    </message>
    <message>
        <source>{file} is empty, cannot be read, or is too large.</source>
        <translation>{file} est vide, illisible ou trop gros.</translation>
    </message>
    <message>
        <source>{file} lacks the columns that are needed; the help names them.</source>
        <translation>Il manque à {file} des colonnes nécessaires; l’aide les nomme.</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Contestations</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Invoices from a file…</source>
        <translation>Factures d’un fichier…</translation>
    </message>
    <message>
        <source>Payments from a file…</source>
        <translation>Paiements d’un fichier…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Save the files</source>
        <translation>Enregistrer les fichiers</translation>
    </message>
    <message>
        <source>The files cannot be written into this folder.</source>
        <translation>Les fichiers ne peuvent être écrits dans ce dossier.</translation>
    </message>
    <message>
        <source>Save the files…</source>
        <translation>Enregistrer les fichiers…</translation>
    </message>
    <message>
        <source>Imported: {added} new, {changed} changed, {unchanged} known already; {rejected} not imported.</source>
        <translation>Importées&#xa0;: nouvelles {added}, modifiées {changed}, déjà connues {unchanged}; non importées {rejected}.</translation>
    </message>
    <message>
        <source>It would bring {added} new, {changed} changed, {unchanged} known already; {rejected} not imported.</source>
        <translation>Le fichier apporterait&#xa0;: nouvelles {added}, modifiées {changed}, déjà connues {unchanged}; non importées {rejected}.</translation>
    </message>
    <message>
        <source>Import the file</source>
        <translation>Importer le fichier</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Access Login and Tracing</source>
        <translation>Ouverture de session et repérage</translation>
    </message>
    <message>
        <source>First choose how to begin. Sign-in and tracing are here afterwards.</source>
        <translation>Choisissez d’abord comment commencer. L’ouverture de session et le repérage seront ensuite ici.</translation>
    </message>
</context>
<context>
    <name>DocumentViewer</name>
    <message>
        <source>This document is damaged and cannot be shown. It can still be saved.</source>
        <translation>Ce document est endommagé et ne peut pas être affiché. On peut quand même l’enregistrer.</translation>
    </message>
    <message>
        <source>The printer does not answer. Save the document instead.</source>
        <translation>L’imprimante ne répond pas. Enregistrez plutôt le document.</translation>
    </message>
    <message>
        <source>Printed.</source>
        <translation>Imprimé.</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source> of {count}</source>
        <translation> sur {count}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Page {number} sur {count}</translation>
    </message>
    <message>
        <source>No document is shown</source>
        <translation>Aucun document n’est affiché</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Page précédente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>{size} kB</source>
        <translation>{size}&#xa0;ko</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Autopro</source>
        <translation>Autopro</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>File, or why it is missing</source>
        <translation>Fichier, ou motif de l’absence</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Proof of delivery</source>
        <translation>Preuve de livraison</translation>
    </message>
    <message>
        <source>Weight and inspection</source>
        <translation>Pesée et inspection</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Claim paper</source>
        <translation>Document de réclamation</translation>
    </message>
    <message>
        <source>Something this version does not know</source>
        <translation>Quelque chose que cette version ne connaît pas</translation>
    </message>
    <message>
        <source>Missing: not delivered yet</source>
        <translation>Manque&#xa0;: pas encore livré</translation>
    </message>
    <message>
        <source>Missing: not received yet</source>
        <translation>Manque&#xa0;: pas encore reçu</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Il n’y en a pas</translation>
    </message>
    <message>
        <source>Only whoever pays the freight sees it</source>
        <translation>Réservé à qui paie le transport</translation>
    </message>
    <message>
        <source>Your access code does not have the right to see it</source>
        <translation>Votre code d’accès n’a pas le droit de le voir</translation>
    </message>
    <message>
        <source>Missing for a reason that this version does not know</source>
        <translation>Manque pour un motif inconnu de cette version</translation>
    </message>
    <message>
        <source>None of your shipments has this number</source>
        <translation>Aucun de vos envois n’a ce numéro</translation>
    </message>
    <message>
        <source>This is too short to be a number</source>
        <translation>C’est trop court pour être un numéro</translation>
    </message>
    <message>
        <source>The name does not say number and kind, as 123456789_POD.pdf does.</source>
        <translation>Le nom ne dit pas le numéro et le genre, comme le fait 123456789_POD.pdf.</translation>
    </message>
    <message>
        <source>No shipment has the number in its name.</source>
        <translation>Aucun envoi n’a le numéro qui est dans son nom.</translation>
    </message>
    <message>
        <source>The server may not read it.</source>
        <translation>Le serveur n’a pas le droit de le lire.</translation>
    </message>
    <message>
        <source>For a reason that stands beside the file.</source>
        <translation>Pour un motif noté à côté du fichier.</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>Enregistrer le document</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Arrêté.</translation>
    </message>
    <message numerus="yes">
        <source>Saved in {place}: %n document(s).</source>
        <translation>
            <numerusform>Enregistré dans {place}&#xa0;: %n document.</numerusform>
            <numerusform>Enregistrés dans {place}&#xa0;: %n documents.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>Impossible d’écrire {file}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Documents and what is missing</source>
        <translation>Documents et ce qui manque</translation>
    </message>
    <message>
        <source>Trace this shipment</source>
        <translation>Repérer cet envoi</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n manquant</numerusform>
            <numerusform>%n manquants</numerusform>
        </translation>
    </message>
    <message>
        <source>Delivered {when}, signed by {name}</source>
        <translation>Livré {when}, signé par {name}</translation>
    </message>
    <message>
        <source>Delivered {when}, nobody named as signing</source>
        <translation>Livré {when}, signataire non nommé</translation>
    </message>
    <message>
        <source>Exceptions: {noted}</source>
        <translation>Anomalies&#xa0;: {noted}</translation>
    </message>
    <message>
        <source>No exceptions noted</source>
        <translation>Aucune anomalie notée</translation>
    </message>
    <message>
        <source>Not delivered yet</source>
        <translation>Pas encore livré</translation>
    </message>
    <message numerus="yes">
        <source>Missing, with the reason in the list: %n.</source>
        <translation>
            <numerusform>Manquants, avec le motif dans la liste&#xa0;: %n.</numerusform>
            <numerusform>Manquants, avec le motif dans la liste&#xa0;: %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Why it is taken back</source>
        <translation>Pourquoi il est retiré</translation>
    </message>
    <message>
        <source>Stands in the audit log. Nobody sees the document afterwards.</source>
        <translation>Figure dans le journal d’audit. Plus personne ne voit le document ensuite.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Autopro</source>
        <translation>Autopro</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Ajouté par</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Drop folder</source>
        <translation>Dossier de dépôt</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Tous les genres</translation>
    </message>
    <message>
        <source>No documents match.</source>
        <translation>Aucun document ne correspond.</translation>
    </message>
    <message>
        <source>Signed, weighed or taken</source>
        <translation>Signé, pesé ou pris</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} octets</translation>
    </message>
    <message>
        <source>Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)</source>
        <translation>Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Add documents</source>
        <translation>Ajouter des documents</translation>
    </message>
    <message>
        <source>{file} is taken back.</source>
        <translation>{file} est retiré.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>Show the shipment’s documents</source>
        <translation>Afficher les documents de l’envoi</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>DropState</name>
    <message>
        <source>Put aside</source>
        <translation>Mis de côté</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>This server watches no drop folder; files come in from here only.</source>
        <translation>Ce serveur ne surveille aucun dossier de dépôt; les fichiers n’entrent que d’ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) waiting in {folder}.</source>
        <translation>
            <numerusform>%n fichier en attente dans {folder}.</numerusform>
            <numerusform>%n fichiers en attente dans {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) put aside; each lies in “rejected” with its reason.</source>
        <translation>
            <numerusform>%n fichier mis de côté; il se trouve dans «&#xa0;rejected&#xa0;» avec son motif.</numerusform>
            <numerusform>%n fichiers mis de côté; chacun se trouve dans «&#xa0;rejected&#xa0;» avec son motif.</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of the drop folder that were put aside, and why</source>
        <translation>Fichiers du dossier de dépôt mis de côté, et pourquoi</translation>
    </message>
</context>
<context>
    <name>DueNotices</name>
    <message>
        <source>Give notice</source>
        <translation>Donner l’avis</translation>
    </message>
    <message>
        <source>Give notice for {number}</source>
        <translation>Donner l’avis pour {number}</translation>
    </message>
    <message>
        <source>{number}: {what}. {left}</source>
        <translation>{number}&#xa0;: {what}. {left}</translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s) came damaged or short: give notice in time</source>
        <translation>
            <numerusform>%n livraison endommagée ou incomplète&#xa0;: donnez l’avis à temps</numerusform>
            <numerusform>%n livraisons endommagées ou incomplètes&#xa0;: donnez l’avis à temps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndableLines</name>
    <message>
        <source>End</source>
        <translation>Mettre fin</translation>
    </message>
</context>
<context>
    <name>EntryArea</name>
    <message>
        <source>{name}: saved.</source>
        <translation>{name}&#xa0;: enregistré.</translation>
    </message>
    <message>
        <source>{name}: saved on this computer. It is sent automatically as soon as the server answers.</source>
        <translation>{name}&#xa0;: enregistré sur cet ordinateur. L’envoi se fait automatiquement dès que le serveur répond.</translation>
    </message>
    <message>
        <source>Somebody removed this entry meanwhile. What you typed is kept; save it to bring it back.</source>
        <translation>Quelqu’un a supprimé cette fiche entre-temps. Ce que vous avez saisi est conservé; enregistrez pour la remettre.</translation>
    </message>
    <message>
        <source>This entry is no longer there. What you typed is kept; save it as a new one.</source>
        <translation>Cette fiche n’existe plus. Ce que vous avez saisi est conservé; enregistrez-le comme nouvelle fiche.</translation>
    </message>
    <message>
        <source>{code} changed this entry while you did. Both stand side by side below; what you save now counts.</source>
        <translation>{code} a modifié cette fiche en même temps que vous. Les deux versions sont côte à côte ci-dessous; ce que vous enregistrez maintenant compte.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Abandonner les modifications</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>Reported {when}. Status {status}, reason {reason}.</source>
        <translation>Signalé le {when}. État {status}, motif {reason}.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
</context>
<context>
    <name>Fault</name>
    <message>
        <source>This access code is closed. Request a new one with the form.</source>
        <translation>Ce code d’accès est fermé. Demandez-en un nouveau avec le formulaire.</translation>
    </message>
    <message>
        <source>This access code is locked. Call customer service to have it unlocked.</source>
        <translation>Ce code d’accès est verrouillé. Appelez le service à la clientèle pour le faire déverrouiller.</translation>
    </message>
    <message>
        <source>This is no longer possible: it has changed since you opened the list. The list shows how it stands now.</source>
        <translation>Ce n’est plus possible&#xa0;: l’élément a changé depuis que vous avez ouvert la liste. La liste affiche son état actuel.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Nothing of either is lost; look at both and choose.</source>
        <translation>Quelqu’un d’autre a modifié cela entre-temps. Rien n’est perdu d’un côté ni de l’autre; regardez les deux et choisissez.</translation>
    </message>
    <message>
        <source>No shipment has this number. Check the nine digits on the sticker of the bill of lading.</source>
        <translation>Aucun envoi ne porte ce numéro. Vérifiez les neuf chiffres de l’étiquette du connaissement.</translation>
    </message>
    <message>
        <source>A new password must be chosen first. Everything else opens right after.</source>
        <translation>Un nouveau mot de passe doit d’abord être choisi. Tout le reste s’ouvre aussitôt après.</translation>
    </message>
    <message>
        <source>The certificate file of your site cannot be read, so nothing was sent. Choose it again under “Change…” at the bottom of the window.</source>
        <translation>Le fichier de certificat de votre site est illisible; rien n’a été envoyé. Choisissez-le de nouveau sous «&#xa0;Changer…&#xa0;» au bas de la fenêtre.</translation>
    </message>
    <message>
        <source>The server did not answer in time. What you typed is kept; try again in a moment.</source>
        <translation>Le serveur n’a pas répondu à temps. Ce que vous avez saisi est conservé; réessayez dans un moment.</translation>
    </message>
    <message>
        <source>Sign in on the left to continue.</source>
        <translation>Ouvrez une session, à gauche, pour continuer.</translation>
    </message>
    <message>
        <source>Your session has ended. What you typed is kept; sign in again to continue.</source>
        <translation>Votre session a pris fin. Ce que vous avez saisi est conservé; ouvrez une nouvelle session pour continuer.</translation>
    </message>
    <message>
        <source>The server refused the request. Nothing was changed.</source>
        <translation>Le serveur a refusé la demande. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Some fields need a correction. The rest is kept.</source>
        <translation>Certains champs sont à corriger. Le reste est conservé.</translation>
    </message>
    <message>
        <source>The server had a problem. What you typed is kept; try again in a moment.</source>
        <translation>Le serveur a eu un problème. Ce que vous avez saisi est conservé; réessayez dans un moment.</translation>
    </message>
    <message>
        <source>Something other than our server answered, perhaps a network sign-in page. Open a web browser to check the network, then try again.</source>
        <translation>Autre chose que notre serveur a répondu, peut-être la page de connexion d’un réseau. Ouvrez un navigateur Web pour vérifier le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>{sentence} If the problem continues, call {numbers} and give the code {request}.</source>
        <translation>{sentence} Si le problème persiste, appelez l’un de ces numéros&#xa0;: {numbers}, et donnez le code {request}.</translation>
    </message>
    <message>
        <source>The access code or password is incorrect. Check both and try again.</source>
        <translation>Le code d’accès ou le mot de passe est incorrect. Vérifiez les deux et réessayez.</translation>
    </message>
    <message>
        <source>The temporary password has expired. Ask for a new one under “Forgot your password?”.</source>
        <translation>Le mot de passe temporaire n’est plus valable. Demandez-en un nouveau sous «&#xa0;Mot de passe oublié?&#xa0;».</translation>
    </message>
    <message>
        <source>This request was already decided. The list shows the decision.</source>
        <translation>Cette demande a déjà été traitée. La liste affiche la décision.</translation>
    </message>
    <message>
        <source>An earlier version of this had already arrived, so nothing was sent. To send this one too, send it again.</source>
        <translation>Une version antérieure était déjà arrivée, donc rien n’a été envoyé. Pour envoyer aussi celle-ci, envoyez-la de nouveau.</translation>
    </message>
    <message>
        <source>This is the only administrator left. Create another administrator first (see the operating guide); nothing was changed.</source>
        <translation>C’est le seul code d’administration qui reste. Créez-en d’abord un autre (voir le guide d’exploitation); rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Your access code does not allow this.</source>
        <translation>Votre code d’accès ne permet pas cette action.</translation>
    </message>
    <message>
        <source>This request is too large. Nothing was sent; try with less.</source>
        <translation>Cette demande est trop volumineuse. Rien n’a été envoyé; essayez avec moins.</translation>
    </message>
    <message>
        <source>The server’s certificate is for another name, so nothing was sent. Check the server’s address with your administrator.</source>
        <translation>Le certificat du serveur est établi à un autre nom; rien n’a été envoyé. Vérifiez l’adresse du serveur avec votre administrateur.</translation>
    </message>
    <message>
        <source>The server’s certificate is out of date, so nothing was sent. Check the date of this computer, then ask your administrator to renew the certificate.</source>
        <translation>Le certificat du serveur est périmé; rien n’a été envoyé. Vérifiez la date de cet ordinateur, puis demandez à votre administrateur de renouveler le certificat.</translation>
    </message>
    <message>
        <source>The server does not offer an encrypted connection, so nothing was sent. Check the server’s address with your administrator.</source>
        <translation>Le serveur n’offre pas de connexion chiffrée; rien n’a été envoyé. Vérifiez l’adresse du serveur avec votre administrateur.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Your entries are kept; try again when the status bar says Online.</source>
        <translation>Le serveur est injoignable. Ce que vous avez saisi est conservé; réessayez quand la barre d’état indique En ligne.</translation>
    </message>
    <message>
        <source>The server’s certificate is not trusted, so nothing was sent. Ask your administrator which certificate to install.</source>
        <translation>Le certificat du serveur n’est pas reconnu; rien n’a été envoyé. Demandez à votre administrateur quel certificat installer.</translation>
    </message>
    <message>
        <source>Something went wrong in this program. The details were saved in its log. You can go on working.</source>
        <translation>Une erreur s’est produite dans ce programme. Les détails ont été enregistrés dans son journal. Vous pouvez continuer à travailler.</translation>
    </message>
    <message>
        <source>{sentence} If the problem continues, call {numbers}.</source>
        <translation>{sentence} Si le problème persiste, appelez l’un de ces numéros&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>Your access code does not have the right to do this. Ask your administrator for it; nothing was changed.</source>
        <translation>Votre code d’accès n’a pas le droit de faire cela. Demandez ce droit à votre administrateur; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The carrier has no free autopro numbers left. Nothing was issued and nothing is lost; tell the carrier, then try again.</source>
        <translation>Le transporteur n’a plus de numéros autopro libres. Rien n’a été émis et rien n’est perdu. Avisez le transporteur, puis réessayez.</translation>
    </message>
    <message>
        <source>The carrier has no tariff for that day, so there is no price. Choose another day, or call for one.</source>
        <translation>Le transporteur n’a pas de tarif pour ce jour&#xa0;: il n’y a donc pas de prix. Choisissez un autre jour ou appelez-nous.</translation>
    </message>
    <message>
        <source>The tariff does not cover this place, so there is no price. Call for a quote.</source>
        <translation>Le tarif ne comprend pas ce lieu&#xa0;: il n’y a donc pas de prix. Appelez-nous pour une soumission.</translation>
    </message>
    <message>
        <source>The tariff has no rate between these two places, so there is no price. Call for a quote.</source>
        <translation>Le tarif n’a pas de taux entre ces deux lieux&#xa0;: il n’y a donc pas de prix. Appelez-nous pour une soumission.</translation>
    </message>
    <message>
        <source>The tariff has no fuel surcharge for that day, so there is no price. Choose another day, or call.</source>
        <translation>Le tarif n’a pas de supplément de carburant pour ce jour&#xa0;: il n’y a donc pas de prix. Choisissez un autre jour ou appelez-nous.</translation>
    </message>
    <message>
        <source>This is more than the tariff can price. Check the weights and sizes, or call for a quote.</source>
        <translation>C’est plus que ce que le tarif peut couvrir. Vérifiez les poids et les dimensions, ou appelez-nous pour une soumission.</translation>
    </message>
    <message>
        <source>The server cannot answer for the moment and comes back by itself. What you typed is kept; try again when the status bar says Online.</source>
        <translation>Le serveur ne peut pas répondre pour le moment et revient de lui-même. Ce que vous avez saisi est conservé; réessayez quand la barre d’état indique En ligne.</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>{label}, required</source>
        <translation>{label}, obligatoire</translation>
    </message>
    <message>
        <source>This is required.</source>
        <translation>Ce champ est obligatoire.</translation>
    </message>
    <message>
        <source>This is not written correctly.</source>
        <translation>Ce n’est pas écrit correctement.</translation>
    </message>
    <message>
        <source>This is not your current password.</source>
        <translation>Ce n’est pas votre mot de passe actuel.</translation>
    </message>
    <message>
        <source>Choose a password other than the current one.</source>
        <translation>Choisissez un mot de passe différent de l’actuel.</translation>
    </message>
    <message>
        <source>This is one of your last five passwords. Choose another.</source>
        <translation>C’est l’un de vos cinq derniers mots de passe. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The password must not contain the access code.</source>
        <translation>Le mot de passe ne doit pas contenir le code d’accès.</translation>
    </message>
    <message>
        <source>This is already in use. Choose another.</source>
        <translation>Ceci est déjà utilisé. Choisissez autre chose.</translation>
    </message>
    <message>
        <source>This is not known here. Check the spelling.</source>
        <translation>Ceci n’est pas connu ici. Vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>This postal code and this province are not of the same country.</source>
        <translation>Ce code postal et cette province ne sont pas du même pays.</translation>
    </message>
    <message>
        <source>This must be later than the time before it.</source>
        <translation>Cette heure doit être après la précédente.</translation>
    </message>
    <message>
        <source>Too easy to guess: many people use this password.</source>
        <translation>Trop facile à deviner&#xa0;: beaucoup de gens utilisent ce mot de passe.</translation>
    </message>
    <message>
        <source>Too easy to guess: it is a common word. Add two or three more.</source>
        <translation>Trop facile à deviner&#xa0;: c’est un mot courant. Ajoutez-en deux ou trois.</translation>
    </message>
    <message>
        <source>Too easy to guess: it is a common name. Add two or three words.</source>
        <translation>Trop facile à deviner&#xa0;: c’est un nom courant. Ajoutez deux ou trois mots.</translation>
    </message>
    <message>
        <source>Too easy to guess: it repeats itself.</source>
        <translation>Trop facile à deviner&#xa0;: il se répète.</translation>
    </message>
    <message>
        <source>Too easy to guess: it is mostly a date or a year.</source>
        <translation>Trop facile à deviner&#xa0;: c’est surtout une date ou une année.</translation>
    </message>
    <message>
        <source>Too easy to guess. Add two or three words.</source>
        <translation>Trop facile à deviner. Ajoutez deux ou trois mots.</translation>
    </message>
    <message>
        <source>This is not an e-mail address, such as name@example.com.</source>
        <translation>Ce n’est pas une adresse de courriel, comme nom@exemple.com.</translation>
    </message>
    <message>
        <source>This is not a Canadian or US telephone number: ten digits, such as 514-555-0142 ext. 23.</source>
        <translation>Ce n’est pas un numéro de téléphone du Canada ou des États-Unis&#xa0;: dix chiffres, comme 514-555-0142 poste 23.</translation>
    </message>
    <message>
        <source>This is not a postal code, such as H3B 1A1 or 12345.</source>
        <translation>Ce n’est pas un code postal, comme H3B 1A1 ou 12345.</translation>
    </message>
    <message>
        <source>A customer number has letters, digits and hyphens only, at most 16. Leave it empty if you do not know it.</source>
        <translation>Un numéro de client n’a que des lettres, des chiffres et des traits d’union, 16&#xa0;au plus. Laissez vide si vous ne le connaissez pas.</translation>
    </message>
    <message>
        <source>Choose a province or state.</source>
        <translation>Choisissez une province ou un État.</translation>
    </message>
    <message>
        <source>Enter the nine digits of the autopro number.</source>
        <translation>Entrez les neuf chiffres du numéro autopro.</translation>
    </message>
    <message>
        <source>An autopro number has nine digits; this one has fewer. Check that none is missing.</source>
        <translation>Un numéro autopro compte neuf chiffres; celui-ci en a moins. Vérifiez qu’il n’en manque pas.</translation>
    </message>
    <message>
        <source>An autopro number has nine digits; this one has more. Check that none is typed twice.</source>
        <translation>Un numéro autopro compte neuf chiffres; celui-ci en a plus. Vérifiez qu’aucun n’est saisi deux fois.</translation>
    </message>
    <message>
        <source>An autopro number has digits only. To trace another kind of number, use the Tracing service.</source>
        <translation>Un numéro autopro ne contient que des chiffres. Pour repérer un autre type de numéro, utilisez le service de Repérage.</translation>
    </message>
    <message>
        <source>Your password has expired: it is valid for three months. Choose a new one to continue.</source>
        <translation>Votre mot de passe est expiré&#xa0;: il est valable trois mois. Choisissez-en un nouveau pour continuer.</translation>
    </message>
    <message>
        <source>Your password was temporary. Choose one of your own to continue.</source>
        <translation>Votre mot de passe était temporaire. Choisissez le vôtre pour continuer.</translation>
    </message>
    <message>
        <source>Too easy to guess: it contains your access code, name, company or e-mail.</source>
        <translation>Trop facile à deviner&#xa0;: il contient votre code d’accès, nom, entreprise ou courriel.</translation>
    </message>
    <message>
        <source>Too easy to guess: the keys are next to each other.</source>
        <translation>Trop facile à deviner&#xa0;: les touches se suivent sur le clavier.</translation>
    </message>
    <message>
        <source>Too easy to guess: it uses letters or digits in order.</source>
        <translation>Trop facile à deviner&#xa0;: les lettres ou les chiffres se suivent dans l’ordre.</translation>
    </message>
    <message>
        <source>Excellent password. Write it down in a safe place.</source>
        <translation>Excellent mot de passe. Notez-le en lieu sûr.</translation>
    </message>
    <message>
        <source>Good password.</source>
        <translation>Bon mot de passe.</translation>
    </message>
    <message>
        <source>At most {maximum} fit here. Remove some.</source>
        <translation>Il y a place pour {maximum} au plus. Retirez-en.</translation>
    </message>
    <message>
        <source>This postal code lies in another province.</source>
        <translation>Ce code postal se trouve dans une autre province.</translation>
    </message>
    <message>
        <source>Between ready and closing time the driver needs at least {hours} hours, on one day.</source>
        <translation>Le chauffeur a besoin d’au moins {hours} heures entre l’heure où la marchandise est prête et la fermeture, le même jour.</translation>
    </message>
    <message>
        <source>Choose a day within a year.</source>
        <translation>Choisissez un jour d’ici un an.</translation>
    </message>
    <message>
        <source>The clock skips this hour on that day. Choose another time.</source>
        <translation>Cette heure n’existe pas ce jour-là en raison du changement d’heure. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>No pickup falls between the first and the last day.</source>
        <translation>Aucun ramassage ne tombe entre le premier et le dernier jour.</translation>
    </message>
    <message>
        <source>Enter a weight above zero.</source>
        <translation>Entrez un poids supérieur à zéro.</translation>
    </message>
    <message>
        <source>We do not pick up there. Check the postal code, or call us.</source>
        <translation>Nous ne ramassons pas à cet endroit. Vérifiez le code postal ou appelez-nous.</translation>
    </message>
    <message>
        <source>{why} The next possible day is {day}.</source>
        <translation>{why} Le prochain jour possible est le {day}.</translation>
    </message>
    <message>
        <source>Nothing is picked up on this day: {holiday}.</source>
        <translation>Aucun ramassage ce jour-là&#xa0;: {holiday}.</translation>
    </message>
    <message>
        <source>Nothing is picked up on weekends.</source>
        <translation>Aucun ramassage la fin de semaine.</translation>
    </message>
    <message>
        <source>No truck goes there on this day of the week.</source>
        <translation>Aucun camion n’y passe ce jour de la semaine.</translation>
    </message>
    <message>
        <source>It is too late for this day: requests are taken until {time} there.</source>
        <translation>Il est trop tard pour ce jour&#xa0;: les demandes y sont acceptées jusqu’à {time}.</translation>
    </message>
    <message>
        <source>A sender is written as two characters, a colon and the identification: 02:KWAY.</source>
        <translation>Un expéditeur s’écrit avec deux caractères, un deux-points et l’identification.</translation>
    </message>
    <message>
        <source>A place is an element such as B10-01 or a qualified one such as L11*CN.</source>
        <translation>Une place est un élément comme B10-01, ou un élément qualifié comme L11*CN.</translation>
    </message>
    <message>
        <source>Write a number from 4 to 18.</source>
        <translation>Écrivez un nombre de 4 à 18.</translation>
    </message>
    <message>
        <source>Write a number from 4 to 18, not below the shortest.</source>
        <translation>Écrivez un nombre de 4 à 18, pas plus petit que le plus court.</translation>
    </message>
    <message>
        <source>Write two letters such as ET, or leave it empty.</source>
        <translation>Écrivez deux lettres, comme ET, ou laissez vide.</translation>
    </message>
    <message>
        <source>Write K1, or L11 with its qualifier: L11*PD.</source>
        <translation>Écrivez K1, ou L11 avec son qualificatif&#xa0;: L11*PD.</translation>
    </message>
    <message>
        <source>Write one pair a line, with a code of up to three characters behind: OD = X6.</source>
        <translation>Écrivez une paire par ligne, suivie d’un code d’au plus trois caractères&#xa0;: OD = X6.</translation>
    </message>
    <message>
        <source>This file is no PDF, JPEG, PNG or TIFF, whatever its name says.</source>
        <translation>Ce fichier n’est ni un PDF, ni un JPEG, ni un PNG, ni un TIFF, quel que soit son nom.</translation>
    </message>
    <message>
        <source>Enter what one costs, above zero.</source>
        <translation>Entrez le coût d’une unité, supérieur à zéro.</translation>
    </message>
    <message>
        <source>This quote is over. Quote again, or take it off the bill.</source>
        <translation>Cette soumission est échue. Refaites-la, ou retirez-la du connaissement.</translation>
    </message>
    <message>
        <source>This file is too large.</source>
        <translation>Ce fichier est trop volumineux.</translation>
    </message>
    <message>
        <source>This file is damaged or not complete. Scan or save it again.</source>
        <translation>Ce fichier est endommagé ou incomplet. Numérisez-le ou enregistrez-le de nouveau.</translation>
    </message>
    <message>
        <source>This PDF has a password. Save it without one.</source>
        <translation>Ce PDF a un mot de passe. Enregistrez-le sans mot de passe.</translation>
    </message>
    <message>
        <source>This PDF contains scripts or starts something. Print it to a new PDF.</source>
        <translation>Ce PDF contient des scripts ou lance quelque chose. Imprimez-le dans un nouveau PDF.</translation>
    </message>
    <message>
        <source>This PDF carries other files inside. Print it to a new PDF.</source>
        <translation>Ce PDF contient d’autres fichiers. Imprimez-le dans un nouveau PDF.</translation>
    </message>
    <message>
        <source>This file unpacks to far more than a paper needs. Scan it again.</source>
        <translation>Une fois décompressé, ce fichier est bien plus gros que nécessaire pour un document. Numérisez-le de nouveau.</translation>
    </message>
    <message>
        <source>That is more than is owed and not disputed yet: {amount}.</source>
        <translation>C’est plus que ce qui est dû et n’est pas encore contesté&#xa0;: {amount}.</translation>
    </message>
    <message>
        <source>On this day the clock is put forward over this time. Choose a later one.</source>
        <translation>Ce jour-là, l’heure avance et ce moment n’existe pas. Choisissez-en un plus tard.</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>Trace {number}</source>
        <translation>Repérer {number}</translation>
    </message>
    <message>
        <source>Help: {title}</source>
        <translation>Aide&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Find a shipment, a service or help (Ctrl+K)</source>
        <translation>Chercher un envoi, un service ou de l’aide (Ctrl+K)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Rien trouvé pour «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Trace “{text}” as a bill of lading or order number</source>
        <translation>Repérer «&#xa0;{text}&#xa0;» comme numéro de connaissement ou de commande</translation>
    </message>
    <message>
        <source>Ask customer service</source>
        <translation>Demander au service à la clientèle</translation>
    </message>
    <message numerus="yes">
        <source>Trace %n number(s)</source>
        <translation>
            <numerusform>Repérer %n numéro</numerusform>
            <numerusform>Repérer %n numéros</numerusform>
        </translation>
    </message>
    <message>
        <source>Open claim {number}</source>
        <translation>Ouvrir la réclamation {number}</translation>
    </message>
    <message>
        <source>Open quote {number}</source>
        <translation>Ouvrir la soumission {number}</translation>
    </message>
    <message>
        <source>Open pickup {number}</source>
        <translation>Ouvrir le ramassage {number}</translation>
    </message>
    <message>
        <source>The number of a claim is C and nine digits</source>
        <translation>Le numéro d’une réclamation est un C suivi de neuf chiffres</translation>
    </message>
    <message>
        <source>The number of a quote is Q and nine digits</source>
        <translation>Le numéro d’une soumission est un Q suivi de neuf chiffres</translation>
    </message>
    <message>
        <source>The number of a pickup is P and eleven digits</source>
        <translation>Le numéro d’un ramassage est un P suivi de onze chiffres</translation>
    </message>
    <message>
        <source>Open bill of lading {number}</source>
        <translation>Ouvrir le connaissement {number}</translation>
    </message>
    <message>
        <source>Documents of {number}</source>
        <translation>Documents de {number}</translation>
    </message>
    <message>
        <source>Open invoice {number}</source>
        <translation>Ouvrir la facture {number}</translation>
    </message>
    <message>
        <source>Numbers trace shipments, one or many, or open a claim, a quote, a pickup, a bill, an invoice or documents; words find a service or help.</source>
        <translation>Les numéros repèrent des envois, un ou plusieurs, ou ouvrent une réclamation, une soumission, un ramassage, un connaissement, une facture ou des documents; les mots trouvent un service ou de l’aide.</translation>
    </message>
</context>
<context>
    <name>FlowStrip</name>
    <message>
        <source>This shipment:</source>
        <translation>Cet envoi&#xa0;:</translation>
    </message>
    <message>
        <source>{step}: {state}</source>
        <translation>{step}&#xa0;: {state}</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Soumission</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Ramassage</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>waits for the link</source>
        <translation>en attente de la liaison</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>refused, to be tried again</source>
        <translation>refusé, à redemander</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>{number} is copied.</source>
        <translation>{number} est copié.</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translation>Vider le formulaire</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>Numéro de référence</translation>
    </message>
    <message>
        <source>This form already has other content. Send or clear it first.</source>
        <translation>Ce formulaire contient déjà autre chose. Envoyez-le ou videz-le d’abord.</translation>
    </message>
    <message>
        <source>What you type cannot be saved on this disk. It can still be sent, but do not close the program.</source>
        <translation>Ce que vous saisissez ne peut pas être enregistré sur ce disque. Vous pouvez encore l’envoyer, mais ne fermez pas le programme.</translation>
    </message>
    <message>
        <source>Send the request</source>
        <translation>Envoyer la demande</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>En attente de transmission</translation>
    </message>
    <message>
        <source>We received your request</source>
        <translation>Nous avons reçu votre demande</translation>
    </message>
    <message>
        <source>The server cannot be reached. What you typed is safe on this computer and will be sent automatically, even if you close the program meanwhile. Until then you can change or withdraw it under “not sent yet” at the bottom of the window.</source>
        <translation>Le serveur est injoignable. Ce que vous avez saisi est en sûreté sur cet ordinateur et sera transmis automatiquement, même si vous fermez le programme entre-temps. D’ici là, vous pouvez le modifier ou le retirer sous «&#xa0;à transmettre&#xa0;», au bas de la fenêtre.</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Another request</source>
        <translation>Une autre demande</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{date}, {time}</source>
        <translation>{date}, {time}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{date} at {time}</source>
        <translation>{date} à {time}</translation>
    </message>
</context>
<context>
    <name>Found</name>
    <message>
        <source>Anyone may trace. The autopro number is on the sticker of the bill of lading; other numbers work too.</source>
        <translation>Tout le monde peut repérer un envoi. Le numéro autopro est sur l’étiquette du connaissement; d’autres numéros conviennent aussi.</translation>
    </message>
    <message>
        <source>Shipments found</source>
        <translation>Envois trouvés</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Watch these</source>
        <translation>Surveiller ces numéros</translation>
    </message>
    <message>
        <source>Put every number shown on the watch list</source>
        <translation>Mettre tous les numéros affichés sur la liste de surveillance</translation>
    </message>
</context>
<context>
    <name>FoundChoice</name>
    <message>
        <source>Open the data found on this computer</source>
        <translation>Ouvrir les données trouvées sur cet ordinateur</translation>
    </message>
    <message>
        <source>Its access codes and shipments stay as they are; nothing is added.</source>
        <translation>Ses codes d’accès et ses envois restent tels quels; rien n’est ajouté.</translation>
    </message>
    <message>
        <source>Open this data</source>
        <translation>Ouvrir ces données</translation>
    </message>
</context>
<context>
    <name>Freight</name>
    <message>
        <source>Skid</source>
        <translation>Patin</translation>
    </message>
    <message>
        <source>Pallet</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Boîte</translation>
    </message>
    <message>
        <source>Carton</source>
        <translation>Carton</translation>
    </message>
    <message>
        <source>Crate</source>
        <translation>Caisse</translation>
    </message>
    <message>
        <source>Drum</source>
        <translation>Baril</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Paquet</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Rouleau</translation>
    </message>
    <message>
        <source>Tube</source>
        <translation>Tube</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>Sac</translation>
    </message>
    <message>
        <source>Pail</source>
        <translation>Seau</translation>
    </message>
    <message>
        <source>Tote</source>
        <translation>Bac</translation>
    </message>
    <message>
        <source>Loose piece</source>
        <translation>Pièce détachée</translation>
    </message>
    <message>
        <source>in</source>
        <translation>po</translation>
    </message>
    <message>
        <source>cm</source>
        <translation>cm</translation>
    </message>
    <message>
        <source>lb</source>
        <translation>lb</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>by density</source>
        <translation>selon la densité</translation>
    </message>
</context>
<context>
    <name>GoodsEditor</name>
    <message>
        <source>Description</source>
        <translation>Désignation</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Morceaux</translation>
    </message>
    <message>
        <source>Packed as</source>
        <translation>Emballage</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>NMFC</source>
        <translation>NMFC</translation>
    </message>
    <message>
        <source>Dangerous goods</source>
        <translation>Marchandises dangereuses</translation>
    </message>
    <message numerus="yes">
        <source>{first} and %n more</source>
        <translation>
            <numerusform>{first} et %n autre</numerusform>
            <numerusform>{first} et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoodsForm</name>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Shared with my company</source>
        <translation>Partagée avec mon entreprise</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Emballage</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>NMFC</source>
        <translation>NMFC</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Unit of length</source>
        <translation>Unité de longueur</translation>
    </message>
    <message>
        <source>Weight of one package</source>
        <translation>Poids d’un emballage</translation>
    </message>
    <message>
        <source>Unit of weight</source>
        <translation>Unité de poids</translation>
    </message>
    <message>
        <source>UN number</source>
        <translation>Numéro UN</translation>
    </message>
    <message>
        <source>Shipping name</source>
        <translation>Appellation réglementaire</translation>
    </message>
    <message>
        <source>Technical name</source>
        <translation>Appellation technique</translation>
    </message>
    <message>
        <source>Primary class</source>
        <translation>Classe primaire</translation>
    </message>
    <message>
        <source>Packing group</source>
        <translation>Groupe d’emballage</translation>
    </message>
    <message>
        <source>Quantity, in metric units</source>
        <translation>Quantité, en unités métriques</translation>
    </message>
    <message>
        <source>24-hour telephone number</source>
        <translation>Numéro de téléphone 24 heures</translation>
    </message>
    <message>
        <source>Emergency plan (ERAP) number</source>
        <translation>Numéro du plan d’urgence (PIU)</translation>
    </message>
    <message>
        <source>Dangerous goods</source>
        <translation>Marchandises dangereuses</translation>
    </message>
    <message>
        <source>Dangerous goods: leave these fields empty where there are none.</source>
        <translation>Marchandises dangereuses&#xa0;: laissez ces champs vides s’il n’y en a pas.</translation>
    </message>
</context>
<context>
    <name>GoodsTab</name>
    <message>
        <source>New goods</source>
        <translation>Nouvelles marchandises</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Marchandises</translation>
    </message>
    <message>
        <source>No goods match. Enter some with “New entry”; lines of a bill of lading are filled from them.</source>
        <translation>Aucune marchandise ne correspond. Ajoutez-en avec «&#xa0;Nouvelle fiche&#xa0;»; les lignes d’un connaissement se remplissent à partir d’elles.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Emballage</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>NMFC</source>
        <translation>NMFC</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Dangerous</source>
        <translation>Dangereuses</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Your shipments</source>
        <translation>Vos envois</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Expédier</translation>
    </message>
    <message>
        <source>Accounts and claims</source>
        <translation>Comptes et réclamations</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Votre compte</translation>
    </message>
    <message>
        <source>Help and contact</source>
        <translation>Aide et contact</translation>
    </message>
</context>
<context>
    <name>HandlingUnitsEditor</name>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>With length, width, height and weight, density and class are shown here.</source>
        <translation>Avec la longueur, la largeur, la hauteur et le poids, la densité et la classe s’affichent ici.</translation>
    </message>
    <message>
        <source>You chose class {chosen}.</source>
        <translation>Vous avez choisi la classe {chosen}.</translation>
    </message>
    <message>
        <source>All lines together: {density}</source>
        <translation>Toutes les lignes ensemble&#xa0;: {density}</translation>
    </message>
    <message>
        <source>{volume} ft³, {weight} lb: {density} lb/ft³, class {freight_class}.</source>
        <translation>{volume}&#xa0;pi³, {weight}&#xa0;lb&#xa0;: {density}&#xa0;lb/pi³, classe {freight_class}.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>in or cm</source>
        <translation>po ou cm</translation>
    </message>
    <message>
        <source>Total weight</source>
        <translation>Poids total</translation>
    </message>
    <message>
        <source>lb or kg</source>
        <translation>lb ou kg</translation>
    </message>
</context>
<context>
    <name>Headings</name>
    <message>
        <source>Autopro number</source>
        <translation>Numéro autopro</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Date, or date and time</source>
        <translation>Date, ou date et heure</translation>
    </message>
    <message>
        <source>Time, in a column of its own</source>
        <translation>Heure, dans sa propre colonne</translation>
    </message>
    <message>
        <source>City and province in one column</source>
        <translation>Ville et province dans une seule colonne</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Province or state</source>
        <translation>Province ou État</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Reason code</source>
        <translation>Code de motif</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>Signalé le</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Weight in kilograms</source>
        <translation>Poids en kilogrammes</translation>
    </message>
    <message>
        <source>Weight in pounds</source>
        <translation>Poids en livres</translation>
    </message>
    <message>
        <source>Estimated delivery</source>
        <translation>Livraison prévue</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Numéro de commande</translation>
    </message>
    <message>
        <source>Carrier reference</source>
        <translation>Référence du transporteur</translation>
    </message>
    <message>
        <source>Pickup number</source>
        <translation>Numéro de ramassage</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Numéro de client</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Bill to</source>
        <translation>Payeur</translation>
    </message>
</context>
<context>
    <name>HelpBody</name>
    <message>
        <source>Close help (Esc)</source>
        <translation>Fermer l’aide (Échap)</translation>
    </message>
    <message>
        <source>All topics and questions</source>
        <translation>Toutes les rubriques et questions</translation>
    </message>
</context>
<context>
    <name>HelpButton</name>
    <message>
        <source>Help on {heading}</source>
        <translation>Aide sur «&#xa0;{heading}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Chercher dans l’aide</translation>
    </message>
    <message>
        <source>Nothing found. Try another word, or call us.</source>
        <translation>Rien trouvé. Essayez un autre mot, ou appelez-nous.</translation>
    </message>
    <message>
        <source>Questions and topics</source>
        <translation>Questions et rubriques</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Every service is open to you.</source>
        <translation>Tous les services vous sont ouverts.</translation>
    </message>
    <message>
        <source>Services with a key open after you sign in on the left. The others are open to everyone.</source>
        <translation>Les services marqués d’une clé s’ouvrent une fois votre session ouverte, à gauche. Les autres sont ouverts à tout le monde.</translation>
    </message>
</context>
<context>
    <name>ImportTab</name>
    <message>
        <source>Share the new addresses with my company</source>
        <translation>Partager les nouvelles adresses avec mon entreprise</translation>
    </message>
    <message>
        <source>What is in the book already</source>
        <translation>Ce qui est déjà dans le carnet</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Province</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Code postal</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>What differs: book → file</source>
        <translation>Ce qui diffère&#xa0;: carnet → fichier</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>Ce qu’il en advient</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui est erroné</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Ce qui s’y trouve</translation>
    </message>
    <message>
        <source>Text for spreadsheets (*.csv *.txt);;All files (*)</source>
        <translation>Texte pour tableurs (*.csv *.txt);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose a file of addresses</source>
        <translation>Choisir un fichier d’adresses</translation>
    </message>
    <message>
        <source>{file} is empty or too large; split it into smaller files.</source>
        <translation>{file} est vide ou trop volumineux; divisez-le en fichiers plus petits.</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>Impossible de lire {file}.</translation>
    </message>
    <message>
        <source>Nothing is imported yet. {figures}</source>
        <translation>Rien n’est encore importé. {figures}</translation>
    </message>
    <message>
        <source>Imported. {figures}</source>
        <translation>Importation terminée. {figures}</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Non importées</translation>
    </message>
    <message>
        <source>Save what was not imported</source>
        <translation>Enregistrer ce qui n’a pas été importé</translation>
    </message>
    <message>
        <source>Text for spreadsheets (*.csv)</source>
        <translation>Texte pour tableurs (*.csv)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>Impossible d’écrire {file}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>New: {added}. Changed: {changed}. Left as they are: {skipped}. Wrong: {rejected}.</source>
        <translation>Nouvelles&#xa0;: {added}. Modifiées&#xa0;: {changed}. Laissées telles quelles&#xa0;: {skipped}. Erronées&#xa0;: {rejected}.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} est vide.</translation>
    </message>
    <message>
        <source>{file} holds more addresses than the book takes ({most}); nothing was imported.</source>
        <translation>{file} contient plus d’adresses que le carnet n’en accepte ({most}); rien n’a été importé.</translation>
    </message>
    <message>
        <source>{file} has no headings of addresses, such as Name, Address, City, Postal code; nothing was imported.</source>
        <translation>{file} n’a pas d’en-têtes d’adresses, comme Nom, Adresse, Ville, Code postal; rien n’a été importé.</translation>
    </message>
    <message>
        <source>{file} is no text file; save it as CSV and choose it again.</source>
        <translation>{file} n’est pas un fichier texte; enregistrez-le en CSV et choisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>CSV files of WorldShip, FedEx, a spreadsheet or this program, in English or French. Nothing is imported before you say so.</source>
        <translation>Fichiers CSV de WorldShip, de FedEx, d’un tableur ou de ce programme, en anglais ou en français. Rien n’est importé avant que vous le demandiez.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Import these addresses</source>
        <translation>Importer ces adresses</translation>
    </message>
    <message>
        <source>Save what is wrong as a file…</source>
        <translation>Enregistrer ce qui est erroné dans un fichier…</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Fill blanks</source>
        <translation>Remplir les vides</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>New ({count})</source>
        <translation>Nouvelles ({count})</translation>
    </message>
    <message>
        <source>Known ({count})</source>
        <translation>Connues ({count})</translation>
    </message>
    <message>
        <source>Wrong ({count})</source>
        <translation>Erronées ({count})</translation>
    </message>
    <message>
        <source>Too long for some carrier systems</source>
        <translation>Trop long pour certains systèmes de transporteurs</translation>
    </message>
    <message>
        <source>Too long for some carrier systems, and kept whole: {long}.</source>
        <translation>Trop longues pour certains systèmes de transporteurs, et conservées en entier&#xa0;: {long}.</translation>
    </message>
    <message>
        <source>Long ({count})</source>
        <translation>Longues ({count})</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Stopped</source>
        <translation>Interrompu</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejeté</translation>
    </message>
    <message>
        <source>It cannot be read.</source>
        <translation>Illisible.</translation>
    </message>
    <message>
        <source>Segments stand outside any transaction set.</source>
        <translation>Des segments se trouvent hors de tout message.</translation>
    </message>
    <message>
        <source>The transaction set has no end (SE).</source>
        <translation>Le message n’a pas de fin (SE).</translation>
    </message>
    <message>
        <source>The number of segments is not the one SE gives.</source>
        <translation>Le nombre de segments n’est pas celui que donne SE.</translation>
    </message>
    <message>
        <source>The control numbers of ST and SE differ.</source>
        <translation>Les numéros de contrôle de ST et de SE diffèrent.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>Trop long.</translation>
    </message>
    <message>
        <source>The heading segment is missing.</source>
        <translation>Le segment d’en-tête manque.</translation>
    </message>
    <message>
        <source>It reports no status.</source>
        <translation>Aucun état n’est signalé.</translation>
    </message>
    <message>
        <source>The place is missing or unknown.</source>
        <translation>Le lieu manque ou est inconnu.</translation>
    </message>
    <message>
        <source>A reference number is empty or too long.</source>
        <translation>Un numéro de référence est vide ou trop long.</translation>
    </message>
    <message>
        <source>It is about an unknown shipment.</source>
        <translation>Il concerne un envoi inconnu.</translation>
    </message>
    <message>
        <source>The reason is one that this version does not know.</source>
        <translation>Cette version ne connaît pas ce motif.</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importation en cours</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>The autopro number does not have nine digits.</source>
        <translation>Le numéro autopro ne compte pas neuf chiffres.</translation>
    </message>
    <message>
        <source>The status or reason code is invalid.</source>
        <translation>Le code d’état ou de motif n’est pas valide.</translation>
    </message>
    <message>
        <source>The date is missing or invalid.</source>
        <translation>La date manque ou n’est pas valide.</translation>
    </message>
    <message>
        <source>The time is invalid.</source>
        <translation>L’heure n’est pas valide.</translation>
    </message>
    <message>
        <source>The weight is invalid.</source>
        <translation>Le poids n’est pas valide.</translation>
    </message>
    <message>
        <source>The number of pieces is invalid.</source>
        <translation>Le nombre de pièces n’est pas valide.</translation>
    </message>
    <message>
        <source>An amount or currency is invalid.</source>
        <translation>Un montant ou une devise n’est pas valide.</translation>
    </message>
    <message>
        <source>left out, because it is invalid</source>
        <translation>omis, car non valide</translation>
    </message>
    <message>
        <source>the lines of the invoice do not add up to its total</source>
        <translation>la somme des lignes de la facture diffère de son total</translation>
    </message>
    <message>
        <source>GE or IEA does not match what comes before it</source>
        <translation>GE ou IEA ne correspond pas à ce qui précède</translation>
    </message>
    <message>
        <source>the ISA does not have its 106 characters</source>
        <translation>le segment ISA n’a pas ses 106 caractères</translation>
    </message>
    <message>
        <source>lines broken in the middle of segments were joined</source>
        <translation>les lignes coupées au milieu de segments ont été réunies</translation>
    </message>
    <message>
        <source>the segment terminator has several bytes</source>
        <translation>la fin de segment compte plusieurs octets</translation>
    </message>
    <message>
        <source>the text above the first segment was skipped</source>
        <translation>le texte au-dessus du premier segment a été ignoré</translation>
    </message>
    <message>
        <source>there is no ISA, so no answer can be sent back</source>
        <translation>il n’y a pas d’ISA, donc aucune réponse ne peut être renvoyée</translation>
    </message>
    <message>
        <source>the reason is one that this version does not know</source>
        <translation>le motif est inconnu de cette version</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Needed columns are missing from the table.</source>
        <translation>Des colonnes requises manquent dans le tableau.</translation>
    </message>
    <message>
        <source>The file holds more rows or columns than can be read.</source>
        <translation>Le fichier contient plus de lignes ou de colonnes qu’il ne peut en être lu.</translation>
    </message>
    <message>
        <source>The file is a workbook of Excel 97 or has a password.</source>
        <translation>Le fichier est un classeur d’Excel 97 ou est protégé par un mot de passe.</translation>
    </message>
    <message>
        <source>The file holds no rows.</source>
        <translation>Le fichier ne contient aucune ligne.</translation>
    </message>
    <message>
        <source>Missing: {missing}. In the file: {has}.</source>
        <translation>Il manque&#xa0;: {missing}. Dans le fichier&#xa0;: {has}.</translation>
    </message>
    <message>
        <source>{where}: {words}</source>
        <translation>{where}&#xa0;: {words}</translation>
    </message>
    <message>
        <source>{file} cannot be read; nothing was imported.</source>
        <translation>{file} est illisible; rien n’a été importé.</translation>
    </message>
    <message>
        <source>{file} is empty, or too large to be sent from here. Put large files into the drop folder of the server.</source>
        <translation>{file} est vide ou trop volumineux pour être transmis d’ici. Placez les gros fichiers dans le dossier de dépôt du serveur.</translation>
    </message>
    <message>
        <source>{file}: {state}. Updated: {changed}. No change: {unchanged}. Not imported: {aside}.</source>
        <translation>{file}&#xa0;: {state}. Mises à jour&#xa0;: {changed}. Sans changement&#xa0;: {unchanged}. Non importées&#xa0;: {aside}.</translation>
    </message>
    <message>
        <source>this sender has no profile, so its party codes give no customer a shipment</source>
        <translation>cet expéditeur n’a pas de profil&#xa0;: ses codes de parties ne rattachent aucun envoi à un client</translation>
    </message>
    <message>
        <source>Only sets 210, 211, 214, 824, 990 and 997 can be imported.</source>
        <translation>Seuls les messages 210, 211, 214, 824, 990 et 997 peuvent être importés.</translation>
    </message>
    <message>
        <source>It replies to a bill of lading that was never handed out.</source>
        <translation>C’est une réponse à un connaissement qui n’a jamais été remis à un transporteur.</translation>
    </message>
    <message>
        <source>It replies to a bill of lading that was not handed to this sender.</source>
        <translation>C’est une réponse à un connaissement qui n’a pas été remis à cet expéditeur.</translation>
    </message>
    <message>
        <source>Several bills of lading have the number it replies to.</source>
        <translation>Plusieurs connaissements portent le numéro auquel elle répond.</translation>
    </message>
</context>
<context>
    <name>IntakePanel</name>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} octets</translation>
    </message>
    <message>
        <source>Why it was rejected</source>
        <translation>Motif du rejet</translation>
    </message>
    <message>
        <source>Save the answer (997)</source>
        <translation>Enregistrer la réponse (997)</translation>
    </message>
    <message>
        <source>{file} cannot be written; choose another folder.</source>
        <translation>Impossible d’écrire {file}; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>Save the answer (997)…</source>
        <translation>Enregistrer la réponse (997)…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mis à jour</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Sans changement</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>Non importés</translation>
    </message>
    <message>
        <source>No files yet. Put files into the drop folder, or import one from here.</source>
        <translation>Aucun fichier pour l’instant. Mettez des fichiers dans le dossier de dépôt, ou importez-en un d’ici.</translation>
    </message>
    <message>
        <source>Received files</source>
        <translation>Fichiers reçus</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>What could not be imported, and why</source>
        <translation>Ce qui n’a pas pu être importé, et pourquoi</translation>
    </message>
    <message>
        <source>Repairs</source>
        <translation>Réparations</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>{aside} of {parts}</source>
        <translation>{aside} sur {parts}</translation>
    </message>
    <message>
        <source>Transaction set</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Set aside for good; it is not counted any more.</source>
        <translation>Mis de côté pour de bon; il n’est plus compté.</translation>
    </message>
    <message>
        <source>{file} is dealt with; it is not counted any more.</source>
        <translation>{file} est traité; il n’est plus compté.</translation>
    </message>
    <message>
        <source>Mark as dealt with</source>
        <translation>Marquer comme traité</translation>
    </message>
</context>
<context>
    <name>IntakePreviewArea</name>
    <message>
        <source>X12 and CSV (*.x12 *.edi *.txt *.csv);;All files (*)</source>
        <translation>X12 et CSV (*.x12 *.edi *.txt *.csv);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>The same file was imported before; it changes nothing.</source>
        <translation>Le même fichier a déjà été importé; il ne change rien.</translation>
    </message>
    <message>
        <source>The first {count} are shown.</source>
        <translation>Les {count} premiers sont affichés.</translation>
    </message>
    <message>
        <source>{file}: {words}</source>
        <translation>{file}&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Transaction set</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Why set aside</source>
        <translation>Motif de la mise de côté</translation>
    </message>
    <message>
        <source>What the file would do</source>
        <translation>Ce que ferait le fichier</translation>
    </message>
    <message>
        <source>Import the file</source>
        <translation>Importer le fichier</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>Ne pas importer</translation>
    </message>
</context>
<context>
    <name>InvoiceExport</name>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>Arrêté; aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>{file} cannot be written. Close it in the other program, or choose another folder.</source>
        <translation>{file} ne peut être écrit. Fermez-le dans l’autre programme, ou choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>InvoiceListing</name>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Days past due</source>
        <translation>Jours de retard</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Autopro number</source>
        <translation>Numéro autopro</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Date de la facture</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bon de commande</translation>
    </message>
    <message>
        <source>Billed weight (lb)</source>
        <translation>Poids facturé (lb)</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Soumission</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>Invoices, the newest first; the chosen one is shown beside</source>
        <translation>Factures, la plus récente d’abord; celle qui est choisie est affichée à côté</translation>
    </message>
    <message>
        <source>No invoices here.</source>
        <translation>Aucune facture ici.</translation>
    </message>
    <message>
        <source>{shown} of {rows}</source>
        <translation>{shown} de {rows}</translation>
    </message>
</context>
<context>
    <name>InvoicePaper</name>
    <message>
        <source>Invoice {number}</source>
        <translation>Facture {number}</translation>
    </message>
    <message>
        <source>Statement of account</source>
        <translation>État de compte</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>Enregistrer le document</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>Impossible d’écrire {file}.</translation>
    </message>
</context>
<context>
    <name>Invoices</name>
    <message>
        <source>Open</source>
        <translation>Ouverte</translation>
    </message>
    <message>
        <source>Partly paid</source>
        <translation>Payée en partie</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payée</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Contestée</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Créditée</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Something this version does not know</source>
        <translation>Inconnu de cette version</translation>
    </message>
    <message>
        <source>With a balance</source>
        <translation>Avec un solde</translation>
    </message>
    <message>
        <source>Past due</source>
        <translation>En souffrance</translation>
    </message>
    <message>
        <source>Not yet due</source>
        <translation>Non échu</translation>
    </message>
    <message>
        <source>1 to 30 days</source>
        <translation>1 à 30 jours</translation>
    </message>
    <message>
        <source>31 to 60 days</source>
        <translation>31 à 60 jours</translation>
    </message>
    <message>
        <source>61 to 90 days</source>
        <translation>61 à 90 jours</translation>
    </message>
    <message>
        <source>Over 90 days</source>
        <translation>Plus de 90 jours</translation>
    </message>
    <message>
        <source>Rate or discount not applied</source>
        <translation>Tarif ou escompte non appliqué</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Freight class</source>
        <translation>Classe de fret</translation>
    </message>
    <message>
        <source>Service not asked for</source>
        <translation>Service non demandé</translation>
    </message>
    <message>
        <source>Billed twice</source>
        <translation>Facturé deux fois</translation>
    </message>
    <message>
        <source>Somebody else pays</source>
        <translation>Un autre paie</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Taxe</translation>
    </message>
    <message>
        <source>Paid already</source>
        <translation>Déjà payé</translation>
    </message>
    <message>
        <source>Service failure</source>
        <translation>Défaut de service</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>nothing stands there</source>
        <translation>rien n’y est inscrit</translation>
    </message>
    <message>
        <source>“{value}” cannot be read</source>
        <translation>«&#xa0;{value}&#xa0;» est illisible</translation>
    </message>
    <message>
        <source>no customer has the number “{value}”</source>
        <translation>aucun client n’a le numéro «&#xa0;{value}&#xa0;»</translation>
    </message>
    <message>
        <source>there is no invoice “{value}”</source>
        <translation>il n’y a pas de facture «&#xa0;{value}&#xa0;»</translation>
    </message>
    <message>
        <source>“{value}” is not the currency of the invoice</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas la devise de la facture</translation>
    </message>
    <message>
        <source>the lines and taxes do not add up to {value}</source>
        <translation>les lignes et les taxes ne donnent pas {value}</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçue</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptée</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusée</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>reweighed</source>
        <translation>nouvelle pesée</translation>
    </message>
    <message>
        <source>another class</source>
        <translation>autre classe</translation>
    </message>
    <message>
        <source>a service beyond the quote</source>
        <translation>service en sus de la soumission</translation>
    </message>
    <message>
        <source>another reason</source>
        <translation>autre cause</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Escompte</translation>
    </message>
    <message>
        <source>Fuel surcharge</source>
        <translation>Supplément de carburant</translation>
    </message>
    <message>
        <source>Raised to the minimum</source>
        <translation>Porté au minimum</translation>
    </message>
    <message>
        <source>GST</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>HST</source>
        <translation>TVH</translation>
    </message>
    <message>
        <source>QST</source>
        <translation>TVQ</translation>
    </message>
    <message>
        <source>Line {line}, {column}: {why}.</source>
        <translation>Ligne {line}, {column}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>All invoices</source>
        <translation>Toutes les factures</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Solde</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Prix soumis</translation>
    </message>
    <message>
        <source>Billed beyond the quote</source>
        <translation>Facturé en sus de la soumission</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>Contestation</translation>
    </message>
    <message>
        <source>Shipment</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bon de commande</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Billed weight (lb)</source>
        <translation>Poids facturé (lb)</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Crédit</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>{amount}, {reason}: {state}</source>
        <translation>{amount}, {reason}&#xa0;: {state}</translation>
    </message>
</context>
<context>
    <name>InvoicesPage</name>
    <message>
        <source>Show all invoices</source>
        <translation>Afficher toutes les factures</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>État de compte</translation>
    </message>
    <message>
        <source>Show the invoice</source>
        <translation>Afficher la facture</translation>
    </message>
    <message>
        <source>Dispute…</source>
        <translation>Contester…</translation>
    </message>
    <message>
        <source>Trace the shipment</source>
        <translation>Repérer l’envoi</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Text for spreadsheets (*.csv)</source>
        <translation>Texte pour tableurs (*.csv)</translation>
    </message>
    <message>
        <source>Save all invoices</source>
        <translation>Enregistrer toutes les factures</translation>
    </message>
    <message>
        <source>Go on with the dispute…</source>
        <translation>Poursuivre la contestation…</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>Tout enregistrer…</translation>
    </message>
    <message>
        <source>Save every invoice of this choice with all its columns</source>
        <translation>Enregistrer toutes les factures de ce choix, avec toutes leurs colonnes</translation>
    </message>
    <message>
        <source>Show the quote</source>
        <translation>Afficher la soumission</translation>
    </message>
    <message>
        <source>By e-mail…</source>
        <translation>Par courriel…</translation>
    </message>
    <message>
        <source>Have the statement sent each week or each month</source>
        <translation>Faire envoyer l’état de compte chaque semaine ou chaque mois</translation>
    </message>
</context>
<context>
    <name>IssuedPanel</name>
    <message>
        <source>Dangerous goods travel with paper: print or save the bill before you go on.</source>
        <translation>Les marchandises dangereuses voyagent avec un document papier&#xa0;: imprimez ou enregistrez le connaissement avant de continuer.</translation>
    </message>
    <message>
        <source>{number} is copied.</source>
        <translation>{number} est copié.</translation>
    </message>
    <message>
        <source>The bill is issued</source>
        <translation>Le connaissement est émis</translation>
    </message>
    <message>
        <source>The bill waits for the link</source>
        <translation>Le connaissement attend le lien</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>Numéro de connaissement</translation>
    </message>
    <message>
        <source>Autopro number {number}</source>
        <translation>Numéro autopro {number}</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Dangerous goods travel with paper: print the bill.</source>
        <translation>Les marchandises dangereuses voyagent avec un document papier&#xa0;: imprimez le connaissement.</translation>
    </message>
    <message>
        <source>It can be traced at once.</source>
        <translation>L’envoi est repérable dès maintenant.</translation>
    </message>
    <message>
        <source>The server cannot be reached. The number is good: print the bill and its labels now. The bill is safe on this computer and is sent once, by itself, when the link is back.</source>
        <translation>Le serveur est injoignable. Le numéro est bon&#xa0;: imprimez maintenant le connaissement et ses étiquettes. Le connaissement est en sécurité sur ce poste et sera envoyé une seule fois, de lui-même, au retour du lien.</translation>
    </message>
    <message>
        <source>The server cannot be reached and this computer has no borrowed numbers left. The bill is safe and is sent when the link is back; its number and papers are then under Earlier bills.</source>
        <translation>Le serveur est injoignable et ce poste n’a plus de numéros empruntés. Le connaissement est en sécurité et sera envoyé au retour du lien. Son numéro et ses documents se trouveront alors sous Connaissements antérieurs.</translation>
    </message>
    <message>
        <source>&amp;Another bill</source>
        <translation>&amp;Autre connaissement</translation>
    </message>
    <message>
        <source>Re&amp;quest a pickup</source>
        <translation>Demander un &amp;ramassage</translation>
    </message>
</context>
<context>
    <name>KeptTab</name>
    <message>
        <source>What you changed below is not saved yet. Save it or discard it first.</source>
        <translation>Ce que vous avez modifié ci-dessous n’est pas encore enregistré. Enregistrez-le ou abandonnez-le d’abord.</translation>
    </message>
    <message>
        <source>{name}: removed.</source>
        <translation>{name}&#xa0;: supprimé.</translation>
    </message>
    <message>
        <source>It stays in the list.</source>
        <translation>La fiche reste dans la liste.</translation>
    </message>
    <message>
        <source>It is back in the list.</source>
        <translation>La fiche est de retour dans la liste.</translation>
    </message>
    <message>
        <source>The list is not here yet; it comes as soon as the server answers.</source>
        <translation>La liste n’est pas encore arrivée; elle viendra dès que le serveur répondra.</translation>
    </message>
    <message>
        <source>Search: any part of an entry</source>
        <translation>Chercher&#xa0;: n’importe quelle partie d’une fiche</translation>
    </message>
    <message>
        <source>Search the list</source>
        <translation>Chercher dans la liste</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>LinesEditor</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n&#xa0;ligne</numerusform>
            <numerusform>%n&#xa0;lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>Ajouter une ligne</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Supprimer la ligne</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Copy the lines</source>
        <translation>Copier les lignes</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>Coller d’un tableur</translation>
    </message>
    <message>
        <source>Lines; the fields below belong to the chosen one</source>
        <translation>Lignes; les champs ci-dessous sont ceux de la ligne choisie</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) did not fit and were left out.</source>
        <translation>
            <numerusform>%n&#xa0;ligne n’a pas trouvé place et a été laissée de côté.</numerusform>
            <numerusform>%n&#xa0;lignes n’ont pas trouvé place et ont été laissées de côté.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>Search the list</source>
        <translation>Chercher dans la liste</translation>
    </message>
    <message>
        <source>Which ones to show</source>
        <translation>Lesquels afficher</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>En voir plus</translation>
    </message>
    <message>
        <source>Search: name, company, e-mail, number…</source>
        <translation>Recherche&#xa0;: nom, entreprise, courriel, numéro…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Online Services</source>
        <translation>Services en ligne</translation>
    </message>
</context>
<context>
    <name>MapTab</name>
    <message>
        <source>Shipments</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Place or lane</source>
        <translation>Lieu ou trajet</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Plus près</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Plus loin</translation>
    </message>
    <message>
        <source>Whole map</source>
        <translation>Carte entière</translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s) not drawn: the carrier has not told the coordinates of where they were last seen.</source>
        <translation>
            <numerusform>%n&#xa0;envoi n’est pas dessiné&#xa0;: le transporteur n’a pas donné les coordonnées du lieu où il a été vu la dernière fois.</numerusform>
            <numerusform>%n&#xa0;envois ne sont pas dessinés&#xa0;: le transporteur n’a pas donné les coordonnées des lieux où ils ont été vus la dernière fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>Places and lanes of the map</source>
        <translation>Lieux et trajets de la carte</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the shipments</source>
        <translation>Carte des envois</translation>
    </message>
    <message>
        <source>Arrow keys move the map, plus and minus zoom, Home shows everything, Page Down and Page Up go from place to place, Enter lists the shipments. The table beside the map says the same.</source>
        <translation>Les flèches déplacent la carte, plus et moins changent l’échelle, Début montre tout, Page suivante et Page précédente vont d’un lieu à l’autre, Entrée donne la liste des envois. Le tableau à côté de la carte dit la même chose.</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>Last seen in {place}</source>
        <translation>Vus la dernière fois à {place}</translation>
    </message>
    <message>
        <source>From {origin} to {destination}</source>
        <translation>De {origin} à {destination}</translation>
    </message>
    <message numerus="yes">
        <source>{place} and %n more place(s)</source>
        <translation>
            <numerusform>{place} et %n&#xa0;autre lieu</numerusform>
            <numerusform>{place} et %n&#xa0;autres lieux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{what}: %n shipment(s)</source>
        <translation>
            <numerusform>{what}&#xa0;: %n&#xa0;envoi</numerusform>
            <numerusform>{what}&#xa0;: %n&#xa0;envois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingForm</name>
    <message>
        <source>Dates in figures</source>
        <translation>Dates en chiffres</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Signe décimal</translation>
    </message>
    <message>
        <source>not in this table</source>
        <translation>absent de ce tableau</translation>
    </message>
    <message>
        <source>Choose what it means</source>
        <translation>Choisissez ce qu’il signifie</translation>
    </message>
    <message>
        <source>day first: 31/12/2026</source>
        <translation>jour d’abord&#xa0;: 31/12/2026</translation>
    </message>
    <message>
        <source>month first: 12/31/2026</source>
        <translation>mois d’abord&#xa0;: 12/31/2026</translation>
    </message>
    <message>
        <source>told by each number</source>
        <translation>déterminé par chaque nombre</translation>
    </message>
    <message>
        <source>comma: 12,5</source>
        <translation>virgule&#xa0;: 12,5</translation>
    </message>
    <message>
        <source>point: 12.5</source>
        <translation>point&#xa0;: 12.5</translation>
    </message>
    <message>
        <source>Which column is which</source>
        <translation>Que contient chaque colonne</translation>
    </message>
    <message>
        <source>Where the table says nothing, and how it writes</source>
        <translation>Ce que le tableau ne dit pas, et sa façon d’écrire</translation>
    </message>
    <message>
        <source>What its status words mean</source>
        <translation>Ce que signifient ses mots d’état</translation>
    </message>
</context>
<context>
    <name>MessageLine</name>
    <message>
        <source>The server answers again. Repeat what you were doing.</source>
        <translation>Le serveur répond de nouveau. Refaites ce que vous faisiez.</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Fermer ce message (Échap)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
</context>
<context>
    <name>MissingView</name>
    <message>
        <source>{number} was not found</source>
        <translation>{number} est introuvable</translation>
    </message>
    <message>
        <source>Trace {number} instead</source>
        <translation>Repérer plutôt {number}</translation>
    </message>
    <message>
        <source>No shipment has it as this kind of number, but it exists as another. Trace it as:</source>
        <translation>Aucun envoi ne le porte comme numéro de ce type, mais il existe sous un autre. Le repérer comme&#xa0;:</translation>
    </message>
    <message>
        <source>It is too short: a shipment’s number has at least three characters.</source>
        <translation>Il est trop court&#xa0;: un numéro d’envoi compte au moins trois caractères.</translation>
    </message>
    <message>
        <source>It cannot be a number of this kind. An autopro number has nine digits; choose “Any number” for others.</source>
        <translation>Ce ne peut être un numéro de ce type. Un numéro autopro compte neuf chiffres; choisissez «&#xa0;Tout numéro&#xa0;» pour les autres.</translation>
    </message>
    <message>
        <source>It may be a typing error. Your shipments have:</source>
        <translation>Il s’agit peut-être d’une faute de frappe. Vos envois portent&#xa0;:</translation>
    </message>
    <message>
        <source>Check it for typing errors. A number can be traced once the carrier has the shipment; a purchase order only when the shipper wrote it on the bill of lading.</source>
        <translation>Vérifiez s’il y a une faute de frappe. Un numéro est repérable dès que le transporteur a reçu l’envoi; un bon de commande, seulement si l’expéditeur l’a inscrit sur le connaissement.</translation>
    </message>
</context>
<context>
    <name>NarrowedLine</name>
    <message numerus="yes">
        <source>{part}: %n shipment(s)</source>
        <translation>
            <numerusform>{part}&#xa0;: %n envoi</numerusform>
            <numerusform>{part}&#xa0;: %n envois</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all shipments</source>
        <translation>Afficher tous les envois</translation>
    </message>
</context>
<context>
    <name>NewPasswordFields</name>
    <message>
        <source>Ne&amp;w password</source>
        <translation>Nou&amp;veau mot de passe</translation>
    </message>
    <message>
        <source>New password a&amp;gain</source>
        <translation>&amp;Répéter le nouveau mot de passe</translation>
    </message>
    <message>
        <source>The two are not the same. Type the new password again.</source>
        <translation>Les deux ne sont pas identiques. Saisissez de nouveau le nouveau mot de passe.</translation>
    </message>
</context>
<context>
    <name>NewPasswordPage</name>
    <message>
        <source>Choose a new password</source>
        <translation>Choisir un nouveau mot de passe</translation>
    </message>
    <message>
        <source>Save the password</source>
        <translation>Enregistrer le mot de passe</translation>
    </message>
</context>
<context>
    <name>NewQuote</name>
    <message>
        <source>Postal code, or city and province: G5L 1A1, Rimouski QC</source>
        <translation>Code postal, ou ville et province&#xa0;: G5L 1A1, Rimouski QC</translation>
    </message>
    <message>
        <source>No sales tax: we have an exemption</source>
        <translation>Sans taxe de vente&#xa0;: nous en sommes exemptés</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;À</translation>
    </message>
    <message>
        <source>&amp;Goods ready on</source>
        <translation>&amp;Marchandise prête le</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Qui paie</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Marchandises</translation>
    </message>
    <message>
        <source>Additional services (space bar to choose)</source>
        <translation>Services accessoires (barre d’espace pour choisir)</translation>
    </message>
    <message>
        <source>Declared value</source>
        <translation>Valeur déclarée</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Taxes</translation>
    </message>
    <message>
        <source>New quote</source>
        <translation>Nouvelle soumission</translation>
    </message>
    <message>
        <source>Sign in on the left; what you typed is kept.</source>
        <translation>Ouvrez une session à gauche; ce que vous avez saisi est conservé.</translation>
    </message>
    <message>
        <source>The server cannot be reached, so there is no price now. What you typed is kept, and the price is asked for as soon as the server is back.</source>
        <translation>Le serveur est injoignable&#xa0;: il n’y a donc pas de prix pour l’instant. Ce que vous avez saisi est conservé, et le prix sera demandé dès que le serveur répondra.</translation>
    </message>
    <message>
        <source>We do not serve “{place}”.</source>
        <translation>Nous ne desservons pas «&#xa0;{place}&#xa0;».</translation>
    </message>
    <message>
        <source>Get the price</source>
        <translation>Obtenir le prix</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
</context>
<context>
    <name>NextDayButton</name>
    <message>
        <source>Take {day}</source>
        <translation>Choisir le {day}</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>1. Add the customers</source>
        <translation>1. Ajoutez les clients</translation>
    </message>
    <message>
        <source>Each has a number, as in the carrier’s files. Shipments find their customers by it.</source>
        <translation>Chacun a un numéro, le même que dans les fichiers du transporteur. C’est par lui que les envois trouvent leurs clients.</translation>
    </message>
    <message>
        <source>X12 and tables (CSV, Excel); from then on by themselves, from the drop folder.</source>
        <translation>X12 et tableaux (CSV, Excel); par la suite, d’eux-mêmes, depuis le dossier de dépôt.</translation>
    </message>
    <message>
        <source>3. Hand out access codes</source>
        <translation>3. Remettez les codes d’accès</translation>
    </message>
    <message>
        <source>To the people of each customer; or let them ask for one, and decide here.</source>
        <translation>Aux personnes de chaque client; ou laissez-les en demander un et décidez ici.</translation>
    </message>
    <message>
        <source>The site is created. You are signed in as {code}.</source>
        <translation>Le site est créé. Session ouverte&#xa0;: {code}.</translation>
    </message>
    <message>
        <source>Three steps, and your customers can work with it:</source>
        <translation>En trois étapes, vos clients pourront s’en servir&#xa0;:</translation>
    </message>
    <message>
        <source>Go to the services</source>
        <translation>Aller aux services</translation>
    </message>
    <message>
        <source>2. Import files with shipments</source>
        <translation>2. Importez les fichiers d’envois</translation>
    </message>
</context>
<context>
    <name>NoticeMenu</name>
    <message>
        <source>Tell me when delivered</source>
        <translation>M’avertir des livraisons</translation>
    </message>
    <message>
        <source>Tell me of exceptions</source>
        <translation>M’avertir des anomalies</translation>
    </message>
    <message>
        <source>Tell me of delays</source>
        <translation>M’avertir des retards</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures de silence</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>By e-mail…</source>
        <translation>Par courriel…</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>Every shipment of our enterprise</source>
        <translation>Tous les envois de notre entreprise</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Tell me of</source>
        <translation>M’aviser de</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Every day at</source>
        <translation>Chaque jour à</translation>
    </message>
    <message>
        <source>By the clock of this computer ({zone}).</source>
        <translation>À l’heure de cet ordinateur ({zone}).</translation>
    </message>
    <message>
        <source>Shipments on the watch list</source>
        <translation>Envois de la liste de surveillance</translation>
    </message>
    <message>
        <source>Notices by e-mail</source>
        <translation>Avis par courriel</translation>
    </message>
    <message>
        <source>Tick at least one kind.</source>
        <translation>Cochez au moins un événement.</translation>
    </message>
    <message>
        <source>Saved. You are told of what happens from now on.</source>
        <translation>C’est enregistré. Vous serez avisé de ce qui arrive à partir de maintenant.</translation>
    </message>
    <message>
        <source>Saved, but no shipment is chosen yet: tick some.</source>
        <translation>C’est enregistré, mais aucun envoi n’est encore choisi&#xa0;: cochez-en.</translation>
    </message>
    <message>
        <source>Stopped. No more notices go out by e-mail.</source>
        <translation>C’est arrêté. Plus aucun avis ne part par courriel.</translation>
    </message>
    <message>
        <source>Tick those that you are told of by e-mail.</source>
        <translation>Cochez ceux dont vous voulez être avisé par courriel.</translation>
    </message>
    <message>
        <source>Nothing is watched yet. Open a shipment and choose Watch.</source>
        <translation>Rien n’est encore surveillé. Ouvrez un envoi et choisissez Surveiller.</translation>
    </message>
    <message>
        <source>No notices go out by e-mail now.</source>
        <translation>Aucun avis ne part par courriel pour le moment.</translation>
    </message>
    <message>
        <source>Next e-mail: {when}, if something happened.</source>
        <translation>Prochain courriel&#xa0;: {when}, s’il est arrivé quelque chose.</translation>
    </message>
    <message>
        <source>What happens within a minute or so comes in one e-mail.</source>
        <translation>Ce qui arrive en une minute environ tient dans un seul courriel.</translation>
    </message>
    <message>
        <source>As it happens</source>
        <translation>Au fur et à mesure</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Une fois par jour</translation>
    </message>
    <message>
        <source>Which shipments</source>
        <translation>Quels envois</translation>
    </message>
    <message>
        <source>Where, of what and when</source>
        <translation>Où, de quoi et quand</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Tout cocher</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Tout décocher</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Stop all e-mails</source>
        <translation>Arrêter tous les courriels</translation>
    </message>
</context>
<context>
    <name>NumberRangesPanel</name>
    <message>
        <source>First number</source>
        <translation>Premier numéro</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>Dernier numéro</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>Chiffre de contrôle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Modulo 7</source>
        <translation>Modulo 7</translation>
    </message>
    <message>
        <source>Modulo 10</source>
        <translation>Modulo 10</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numéros</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisés</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>Prêtés</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Restants</translation>
    </message>
    <message>
        <source>There is no range yet, so no bill can be issued.</source>
        <translation>Il n’y a encore aucune plage, donc aucun connaissement ne peut être émis.</translation>
    </message>
    <message>
        <source>Next number</source>
        <translation>Prochain numéro</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutée le</translation>
    </message>
    <message>
        <source>Added: {first} to {last}.</source>
        <translation>Ajoutée&#xa0;: {first} à {last}.</translation>
    </message>
    <message>
        <source>Ranges of autopro numbers</source>
        <translation>Plages de numéros autopro</translation>
    </message>
    <message>
        <source>Add the range</source>
        <translation>Ajouter la plage</translation>
    </message>
</context>
<context>
    <name>OpenDispute</name>
    <message>
        <source>Papers (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
        <translation>Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Add a file to the dispute</source>
        <translation>Joindre un fichier à la contestation</translation>
    </message>
    <message>
        <source>{file} is added.</source>
        <translation>{file} est joint.</translation>
    </message>
    <message>
        <source>The dispute of invoice {number} is withdrawn; the amount is due again.</source>
        <translation>La contestation de la facture {number} est retirée; le montant est de nouveau dû.</translation>
    </message>
    <message>
        <source>{file} is empty, cannot be read, or is larger than {most} MB.</source>
        <translation>{file} est vide, illisible ou dépasse {most}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>Open dispute</source>
        <translation>Contestation en cours</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Joindre un fichier…</translation>
    </message>
    <message>
        <source>Withdraw the dispute</source>
        <translation>Retirer la contestation</translation>
    </message>
</context>
<context>
    <name>OpenSessionsCard</name>
    <message>
        <source>The session is ended.</source>
        <translation>La session est terminée.</translation>
    </message>
    <message>
        <source>Open sessions</source>
        <translation>Sessions ouvertes</translation>
    </message>
    <message>
        <source>Where this access code is signed in now. Several at the same time are fine.</source>
        <translation>Où ce code d’accès est ouvert en ce moment. Plusieurs à la fois, c’est permis.</translation>
    </message>
    <message>
        <source>unnamed computer</source>
        <translation>ordinateur sans nom</translation>
    </message>
    <message>
        <source>{computer} (this one)</source>
        <translation>{computer} (celui-ci)</translation>
    </message>
    <message>
        <source>{computer}, last used {age}</source>
        <translation>{computer}, dernière utilisation {age}</translation>
    </message>
    <message>
        <source>End the session on {computer}</source>
        <translation>Mettre fin à la session sur {computer}</translation>
    </message>
</context>
<context>
    <name>OutboxPanel</name>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Rédigé</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Code d’accès</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Prochaine tentative</translation>
    </message>
    <message>
        <source>E-mail (*.eml)</source>
        <translation>Courriel (*.eml)</translation>
    </message>
    <message>
        <source>{file} could not be written. Save it again, in another folder.</source>
        <translation>{file} n’a pas pu être écrit. Enregistrez-le de nouveau, dans un autre dossier.</translation>
    </message>
    <message>
        <source>Saved as {file}. Open it in a mail program to send it.</source>
        <translation>Enregistré sous {file}. Ouvrez-le dans un logiciel de courriel pour l’envoyer.</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>This site has no mail server, so every e-mail waits here. Save it as a file, open that in a mail program and send it.</source>
        <translation>Ce site n’a pas de serveur de courriel; chaque courriel attend ici. Enregistrez-le dans un fichier, ouvrez celui-ci dans un logiciel de courriel et envoyez-le.</translation>
    </message>
    <message>
        <source>All e-mails</source>
        <translation>Tous les courriels</translation>
    </message>
    <message>
        <source>No e-mails match.</source>
        <translation>Aucun courriel ne correspond à la recherche.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Transmis</translation>
    </message>
    <message>
        <source>Why it was not sent</source>
        <translation>Pourquoi il n’a pas été transmis</translation>
    </message>
    <message>
        <source>Trying again now. Refresh to see the result.</source>
        <translation>Nouvelle tentative en cours. Actualisez pour voir le résultat.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Enregistrer dans un fichier</translation>
    </message>
</context>
<context>
    <name>OwnClaims</name>
    <message>
        <source>Papers (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</source>
        <translation>Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)</translation>
    </message>
    <message>
        <source>Add a paper</source>
        <translation>Ajouter un document</translation>
    </message>
    <message>
        <source>{file} is added.</source>
        <translation>{file} est ajouté.</translation>
    </message>
    <message>
        <source>{file} is empty, cannot be read, or is larger than {most} MB.</source>
        <translation>{file} est vide, illisible ou dépasse {most}&#xa0;Mo.</translation>
    </message>
    <message>
        <source>Save the letter</source>
        <translation>Enregistrer la lettre</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The letter is saved as {file}.</source>
        <translation>La lettre est enregistrée sous {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>{file} ne peut pas être enregistré.</translation>
    </message>
    <message>
        <source>{number} is withdrawn.</source>
        <translation>{number} est retirée.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Ajouter un fichier…</translation>
    </message>
    <message>
        <source>Make it a claim</source>
        <translation>En faire une réclamation</translation>
    </message>
    <message>
        <source>Save the letter…</source>
        <translation>Enregistrer la lettre…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>The offer for {number} is accepted.</source>
        <translation>L’offre pour {number} est acceptée.</translation>
    </message>
    <message>
        <source>{number} is changed.</source>
        <translation>{number} est modifiée.</translation>
    </message>
    <message>
        <source>Accept the offer</source>
        <translation>Accepter l’offre</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Claims due within 7 days</source>
        <translation>Réclamations à présenter d’ici 7&#xa0;jours</translation>
    </message>
    <message>
        <source>Show all claims</source>
        <translation>Afficher toutes les réclamations</translation>
    </message>
    <message>
        <source>Claim {number} is not among yours. Check the number, or call us.</source>
        <translation>La réclamation {number} n’est pas parmi les vôtres. Vérifiez le numéro ou appelez-nous.</translation>
    </message>
</context>
<context>
    <name>OwnPickups</name>
    <message>
        <source>Pickups</source>
        <translation>Ramassages</translation>
    </message>
    <message>
        <source>Your pickups</source>
        <translation>Vos ramassages</translation>
    </message>
    <message>
        <source>No pickups were asked for yet.</source>
        <translation>Aucun ramassage n’a encore été demandé.</translation>
    </message>
    <message>
        <source>{shown} of {loaded}</source>
        <translation>{shown} de {loaded}</translation>
    </message>
    <message>
        <source>Pickup {number} is cancelled.</source>
        <translation>Le ramassage {number} est annulé.</translation>
    </message>
    <message>
        <source>Somebody else changed this pickup meanwhile. It is now: {state}, {day}, {window}. Send again to put yours in its place.</source>
        <translation>Quelqu’un d’autre a modifié ce ramassage entre-temps. État actuel&#xa0;: {state}, {day}, {window}. Transmettez de nouveau pour le remplacer par le vôtre.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Yes, cancel {number}</source>
        <translation>Oui, annuler {number}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Ask for the same again</source>
        <translation>Redemander le même</translation>
    </message>
    <message>
        <source>Trace the shipment</source>
        <translation>Repérer l’envoi</translation>
    </message>
    <message>
        <source>A driver has this pickup. To change it now, call the terminal: {telephone}.</source>
        <translation>Un chauffeur est chargé de ce ramassage. Pour le modifier maintenant, appelez le terminal&#xa0;: {telephone}.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Pickup {number} will be cancelled automatically when it can; if the truck may come before that, call us.</source>
        <translation>Le serveur n’est pas joignable. Le ramassage {number} sera annulé automatiquement dès qu’il le sera; si le camion risque de passer avant, appelez-nous.</translation>
    </message>
    <message>
        <source>Pickups of today</source>
        <translation>Ramassages d’aujourd’hui</translation>
    </message>
    <message>
        <source>Show all pickups</source>
        <translation>Afficher tous les ramassages</translation>
    </message>
    <message>
        <source>Pickup {number} is not among yours. Check the number, or call us.</source>
        <translation>Le ramassage {number} n’est pas parmi les vôtres. Vérifiez le numéro ou appelez-nous.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Back to the services (Esc)</source>
        <translation>Retour aux services (Échap)</translation>
    </message>
</context>
<context>
    <name>PagedTable</name>
    <message>
        <source>The server cannot be reached. The list shows what was fetched {age}.</source>
        <translation>Le serveur est injoignable. La liste affiche ce qui a été reçu {age}.</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>En voir plus</translation>
    </message>
</context>
<context>
    <name>PaperActions</name>
    <message>
        <source>First free place on the sheet</source>
        <translation>Première place libre sur la feuille</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>Imprimante d’étiquettes</translation>
    </message>
    <message>
        <source>Its name or address in your network.</source>
        <translation>Son nom ou son adresse dans votre réseau.</translation>
    </message>
    <message>
        <source>Labels on</source>
        <translation>Étiquettes sur</translation>
    </message>
    <message>
        <source>From label</source>
        <translation>De l’étiquette</translation>
    </message>
    <message>
        <source>To label</source>
        <translation>À l’étiquette</translation>
    </message>
    <message>
        <source>Copies of the bill</source>
        <translation>Exemplaires du connaissement</translation>
    </message>
    <message>
        <source>Labels of 4 x 6 inches</source>
        <translation>Étiquettes de 4 x 6 pouces</translation>
    </message>
    <message>
        <source>Letter sheets of six</source>
        <translation>Feuilles Lettre de six</translation>
    </message>
    <message>
        <source>Label printer (ZPL)</source>
        <translation>Imprimante d’étiquettes (ZPL)</translation>
    </message>
    <message>
        <source>The printer does not answer. Save as PDF instead.</source>
        <translation>L’imprimante ne répond pas. Enregistrez plutôt en PDF.</translation>
    </message>
    <message>
        <source>Sent to the label printer.</source>
        <translation>Envoyé à l’imprimante d’étiquettes.</translation>
    </message>
    <message>
        <source>Save the paper</source>
        <translation>Enregistrer le document</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>{file} ne peut pas être écrit. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>&amp;Print the bill…</source>
        <translation>&amp;Imprimer le connaissement…</translation>
    </message>
    <message>
        <source>Show the bill</source>
        <translation>Afficher le connaissement</translation>
    </message>
    <message>
        <source>Save the bill as PDF…</source>
        <translation>Enregistrer le connaissement en PDF…</translation>
    </message>
    <message>
        <source>Print the &amp;labels…</source>
        <translation>Imprimer les é&amp;tiquettes…</translation>
    </message>
    <message>
        <source>Show the labels</source>
        <translation>Afficher les étiquettes</translation>
    </message>
    <message>
        <source>Save the labels…</source>
        <translation>Enregistrer les étiquettes…</translation>
    </message>
    <message>
        <source>{number} labels {first} to {last}</source>
        <translation>{number} étiquettes {first} à {last}</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message numerus="yes">
        <source>Paper: %n page(s)</source>
        <translation>
            <numerusform>Document&#xa0;: %n page</numerusform>
            <numerusform>Document&#xa0;: %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnerForm</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Country of their places</source>
        <translation>Pays de leurs endroits</translation>
    </message>
    <message>
        <source>Where the province does not tell it: CA, US.</source>
        <translation>Là où la province ne le dit pas&#xa0;: CA, US.</translation>
    </message>
    <message>
        <source>ISA qualifier and identification</source>
        <translation>Qualificatif et identification ISA</translation>
    </message>
    <message>
        <source>For X12, such as 02:KWAY; several with commas.</source>
        <translation>Pour X12, comme 02:KWAY; plusieurs, avec des virgules.</translation>
    </message>
    <message>
        <source>Names of their tables</source>
        <translation>Noms de leurs tableaux</translation>
    </message>
    <message>
        <source>For CSV and workbooks, such as canpar*.csv; several with commas.</source>
        <translation>Pour CSV et classeurs, comme canpar*.csv; plusieurs, avec des virgules.</translation>
    </message>
    <message>
        <source>Shortest number</source>
        <translation>Numéro le plus court</translation>
    </message>
    <message>
        <source>Of their own numbers, beside our nine digits: {shortest} to {longest} characters.</source>
        <translation>De leurs propres numéros, à côté de nos neuf chiffres&#xa0;: de {shortest} à {longest} caractères.</translation>
    </message>
    <message>
        <source>Longest number</source>
        <translation>Numéro le plus long</translation>
    </message>
    <message>
        <source>To be cut off in front of the number</source>
        <translation>À retrancher devant le numéro</translation>
    </message>
    <message>
        <source>Where the number stands</source>
        <translation>Où se trouve le numéro</translation>
    </message>
    <message>
        <source>Such as B10-01, L11*CN; empty for the usual places.</source>
        <translation>Comme B10-01, L11*CN; vide pour les places habituelles.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>ET, CT, MT, PT, AT, NT or UT; empty for the time of each place.</source>
        <translation>ET, CT, MT, PT, AT, NT ou UT; vide pour l’heure de chaque endroit.</translation>
    </message>
    <message>
        <source>Where the receiver’s name stands</source>
        <translation>Où se trouve le nom du signataire</translation>
    </message>
    <message>
        <source>K1, or such as L11*PD.</source>
        <translation>K1, ou comme L11*PD.</translation>
    </message>
    <message>
        <source>Their status codes</source>
        <translation>Leurs codes d’état</translation>
    </message>
    <message>
        <source>One a line, theirs first: OD = X6.</source>
        <translation>Un par ligne, le leur d’abord&#xa0;: OD = X6.</translation>
    </message>
    <message>
        <source>The party codes are our customer numbers</source>
        <translation>Les codes des parties sont nos numéros de client</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Only then does a file give a customer its shipments.</source>
        <translation>Alors seulement, un fichier donne à un client ses envois.</translation>
    </message>
</context>
<context>
    <name>PartnersPanel</name>
    <message>
        <source>Partners</source>
        <translation>Partenaires</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>Dernier fichier</translation>
    </message>
    <message>
        <source>All partners</source>
        <translation>Tous les partenaires</translation>
    </message>
    <message>
        <source>No partners match.</source>
        <translation>Aucun partenaire ne correspond.</translation>
    </message>
    <message>
        <source>Files before it was adopted</source>
        <translation>Fichiers avant l’adoption</translation>
    </message>
    <message>
        <source>Known since</source>
        <translation>Connu depuis</translation>
    </message>
    <message>
        <source>Saved: files of {name} are read like this from now on.</source>
        <translation>Enregistré&#xa0;: les fichiers de {name} sont désormais lus ainsi.</translation>
    </message>
    <message>
        <source>{name} is removed. The next file from there comes from an unknown sender.</source>
        <translation>{name} est retiré. Le prochain fichier de là viendra d’un expéditeur inconnu.</translation>
    </message>
    <message>
        <source>Files from here go in: with nine digits, and without giving any customer a shipment. Say how this sender writes, or adopt it as it is.</source>
        <translation>Les fichiers d’ici entrent&#xa0;: avec neuf chiffres, et sans donner d’envoi à aucun client. Dites comment cet expéditeur écrit, ou adoptez-le tel quel.</translation>
    </message>
    <message>
        <source>This profile lies as a file in the drop folder, under partners, and is changed there.</source>
        <translation>Ce profil se trouve dans un fichier du dossier de dépôt, sous partners, et se modifie là.</translation>
    </message>
    <message>
        <source>What you leave empty is read in the usual way.</source>
        <translation>Ce que vous laissez vide est lu de la façon habituelle.</translation>
    </message>
    <message>
        <source>Partners who send files</source>
        <translation>Partenaires qui envoient des fichiers</translation>
    </message>
    <message>
        <source>New partner</source>
        <translation>Nouveau partenaire</translation>
    </message>
    <message>
        <source>Adopt this sender</source>
        <translation>Adopter cet expéditeur</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>Enregistrer le profil</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>PasswordHelpPage</name>
    <message>
        <source>Your access code if you remember it, and a telephone number. Never a password.</source>
        <translation>Votre code d’accès si vous vous en souvenez, et un numéro de téléphone. Jamais de mot de passe.</translation>
    </message>
    <message>
        <source>Your na&amp;me</source>
        <translation>&amp;Votre nom</translation>
    </message>
    <message>
        <source>Messa&amp;ge</source>
        <translation>Messa&amp;ge</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>Mot de passe oublié?</translation>
    </message>
    <message>
        <source>The administrator looks at it and replies to {email}, or calls back. Give the reference number if you call.</source>
        <translation>L’administrateur l’examine et répond à {email}, ou rappelle. Donnez le numéro de référence si vous appelez.</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>Mot de passe oublié</translation>
    </message>
    <message>
        <source>The server cannot be reached now. You can write with the mail program of this computer, or call {numbers}.</source>
        <translation>Le serveur est injoignable pour le moment. Vous pouvez écrire avec le logiciel de courriel de cet ordinateur, ou appeler l’un de ces numéros&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>This computer has no mail program ready. Write to {email} or call {numbers}.</source>
        <translation>Aucun logiciel de courriel n’est prêt sur cet ordinateur. Écrivez à {email} ou appelez l’un de ces numéros&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>Write with the mail program</source>
        <translation>Écrire avec le logiciel de courriel</translation>
    </message>
    <message>
        <source>C&amp;ompany</source>
        <translation>&amp;Entreprise</translation>
    </message>
    <message>
        <source>E-mail fo&amp;r the answer</source>
        <translation>Courriel pour la &amp;réponse</translation>
    </message>
    <message>
        <source>Tell us who you are. Once the administrator has checked, you will receive your access code and a temporary password by e-mail, usually within hours. Fields marked with * are required.</source>
        <translation>Dites-nous qui vous êtes. Après vérification, vous recevrez par courriel votre code d’accès et un mot de passe temporaire, habituellement en quelques heures. Les champs marqués d’un * sont obligatoires.</translation>
    </message>
    <message>
        <source>I forgot my password.

Name: {name}
Company: {company}
E-mail: {email}

{message}</source>
        <translation>J’ai oublié mon mot de passe.

Nom&#xa0;: {name}
Entreprise&#xa0;: {company}
Courriel&#xa0;: {email}

{message}</translation>
    </message>
</context>
<context>
    <name>PasswordHelpPanel</name>
    <message>
        <source>Access code of this person</source>
        <translation>Code d’accès de cette personne</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Courriel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>{code} has a temporary password; the e-mail is in the outbox.</source>
        <translation>{code} a un mot de passe temporaire; le courriel est dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Forgotten passwords</source>
        <translation>Mots de passe</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>This access code has no e-mail address of its own. Check who is asking, then tick the box.</source>
        <translation>Ce code d’accès n’a pas d’adresse de courriel. Vérifiez qui fait la demande, puis cochez la case.</translation>
    </message>
    <message>
        <source>Send it to the e-mail address of the request instead of the access code’s own</source>
        <translation>L’envoyer à l’adresse de courriel de la demande plutôt qu’à celle du code d’accès</translation>
    </message>
</context>
<context>
    <name>Pickup</name>
    <message>
        <source>Confirmation number</source>
        <translation>Numéro de confirmation</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Pickup day</source>
        <translation>Jour du ramassage</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Entre</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Chauffeur</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Personne-ressource</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Marchandise</translation>
    </message>
    <message>
        <source>Additional services</source>
        <translation>Services additionnels</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instructions</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Why it was missed</source>
        <translation>Motif du ramassage manqué</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Driver assigned</source>
        <translation>Confié à un chauffeur</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Ramassé</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Manqué</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Driver outside the window</source>
        <translation>Chauffeur hors de la plage horaire</translation>
    </message>
    <message>
        <source>No freight, will try again</source>
        <translation>Pas de marchandise, nouvelle tentative</translation>
    </message>
    <message>
        <source>No freight</source>
        <translation>Pas de marchandise</translation>
    </message>
    <message>
        <source>Freight not ready</source>
        <translation>Marchandise non prête</translation>
    </message>
    <message>
        <source>Packaging</source>
        <translation>Emballage</translation>
    </message>
    <message>
        <source>Shipper closed</source>
        <translation>Expéditeur fermé</translation>
    </message>
    <message>
        <source>made</source>
        <translation>créé</translation>
    </message>
    <message>
        <source>public holiday, left out</source>
        <translation>jour férié, omis</translation>
    </message>
    <message>
        <source>left out as you wished</source>
        <translation>omis à votre demande</translation>
    </message>
    <message>
        <source>not served on that day</source>
        <translation>non desservi ce jour-là</translation>
    </message>
    <message>
        <source>not made: the server was off until it was too late</source>
        <translation>non créé&#xa0;: le serveur est resté arrêté jusqu’à ce qu’il soit trop tard</translation>
    </message>
    <message>
        <source>not made: the access code could not be used</source>
        <translation>non créé&#xa0;: le code d’accès ne pouvait pas servir</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>l’omettre</translation>
    </message>
    <message>
        <source>on the working day before</source>
        <translation>le jour ouvrable précédent</translation>
    </message>
    <message>
        <source>on the working day after</source>
        <translation>le jour ouvrable suivant</translation>
    </message>
    <message>
        <source>{ready} to {close}</source>
        <translation>de {ready} à {close}</translation>
    </message>
    <message>
        <source>{number}, moved to {day}</source>
        <translation>{number}, déplacé au {day}</translation>
    </message>
    <message>
        <source>{day}: {outcome}</source>
        <translation>{day}&#xa0;: {outcome}</translation>
    </message>
</context>
<context>
    <name>PickupCounts</name>
    <message numerus="yes">
        <source>%n pickup(s)</source>
        <translation>
            <numerusform>%n&#xa0;ramassage</numerusform>
            <numerusform>%n&#xa0;ramassages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handling unit(s)</source>
        <translation>
            <numerusform>%n&#xa0;unité de manutention</numerusform>
            <numerusform>%n&#xa0;unités de manutention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickupFields</name>
    <message>
        <source>Where the goods are picked up</source>
        <translation>Lieu du ramassage</translation>
    </message>
    <message>
        <source>Pickup da&amp;y</source>
        <translation>&amp;Jour du ramassage</translation>
    </message>
    <message>
        <source>Whom the driver asks for</source>
        <translation>Personne que le chauffeur demande</translation>
    </message>
    <message>
        <source>Goods &amp;ready at</source>
        <translation>Marchandise p&amp;rête à</translation>
    </message>
    <message>
        <source>Place c&amp;loses at</source>
        <translation>Fermeture du &amp;lieu à</translation>
    </message>
    <message>
        <source>Goods, one line for each destination</source>
        <translation>Marchandises, une ligne par destination</translation>
    </message>
    <message>
        <source>Additional services</source>
        <translation>Services additionnels</translation>
    </message>
    <message>
        <source>Repeat every week on</source>
        <translation>Répéter chaque semaine le</translation>
    </message>
    <message>
        <source>&amp;Instructions to the driver</source>
        <translation>&amp;Instructions au chauffeur</translation>
    </message>
    <message>
        <source>On a holiday</source>
        <translation>Un jour férié</translation>
    </message>
    <message>
        <source>Confirmation by &amp;e-mail to</source>
        <translation>Confirmation par &amp;courriel à</translation>
    </message>
    <message>
        <source>Leave it empty for none.</source>
        <translation>Laissez vide pour n’en recevoir aucune.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>To postal code</source>
        <translation>Vers (code postal)</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Weight of all</source>
        <translation>Poids total</translation>
    </message>
    <message>
        <source>Unit of weight</source>
        <translation>Unité de poids</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Autopro number</source>
        <translation>Numéro autopro</translation>
    </message>
    <message>
        <source>By the clock of the place.</source>
        <translation>À l’heure du lieu.</translation>
    </message>
    <message>
        <source>Two hours later at least; three are better.</source>
        <translation>Au moins deux heures plus tard; trois valent mieux.</translation>
    </message>
    <message>
        <source>Nothing ticked: once. Otherwise from the pickup day on.</source>
        <translation>Rien de coché&#xa0;: une seule fois. Sinon, à partir du jour du ramassage.</translation>
    </message>
</context>
<context>
    <name>PickupPage</name>
    <message>
        <source>Pickups</source>
        <translation>Ramassages</translation>
    </message>
    <message>
        <source>Fields marked with * are required. Times are those of the place where the goods are picked up.</source>
        <translation>Les champs marqués d’un * sont obligatoires. Les heures sont celles du lieu du ramassage.</translation>
    </message>
    <message>
        <source>Give this number if you call about it, or trace it. Until a driver has the pickup, you can change or cancel it under “Your pickups”.</source>
        <translation>Donnez ce numéro si vous appelez, ou repérez-le. Tant qu’aucun chauffeur n’est chargé du ramassage, vous pouvez le modifier ou l’annuler sous «&#xa0;Vos ramassages&#xa0;».</translation>
    </message>
    <message>
        <source>Pickup {number} is changed.</source>
        <translation>Le ramassage {number} est modifié.</translation>
    </message>
    <message>
        <source>The recurring pickup is kept; its next day is {day}.</source>
        <translation>Le ramassage récurrent est enregistré; son prochain jour est le {day}.</translation>
    </message>
    <message>
        <source>A driver has this pickup. To change it now, call the terminal: {telephone}.</source>
        <translation>Un chauffeur est chargé de ce ramassage. Pour le modifier maintenant, appelez le terminal&#xa0;: {telephone}.</translation>
    </message>
    <message>
        <source>Change the pickup</source>
        <translation>Modifier le ramassage</translation>
    </message>
    <message>
        <source>Begin the recurring pickup</source>
        <translation>Commencer le ramassage récurrent</translation>
    </message>
    <message>
        <source>Ask for the pickup</source>
        <translation>Demander le ramassage</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Confirmation number</source>
        <translation>Numéro de confirmation</translation>
    </message>
    <message>
        <source>Another pickup</source>
        <translation>Un autre ramassage</translation>
    </message>
    <message>
        <source>Ask for a pickup</source>
        <translation>Demander un ramassage</translation>
    </message>
    <message>
        <source>Your pickups</source>
        <translation>Vos ramassages</translation>
    </message>
    <message>
        <source>Recurring</source>
        <translation>Récurrents</translation>
    </message>
    <message>
        <source>The server cannot be reached. The change of pickup {number} is safe on this computer and will be sent automatically.</source>
        <translation>Le serveur n’est pas joignable. La modification du ramassage {number} est en sûreté sur cet ordinateur et sera envoyée automatiquement.</translation>
    </message>
</context>
<context>
    <name>PointImport</name>
    <message>
        <source>The first line does not name this column.</source>
        <translation>La première ligne ne nomme pas cette colonne.</translation>
    </message>
    <message>
        <source>There are no rows below the headings.</source>
        <translation>Il n’y a aucune ligne sous les en-têtes.</translation>
    </message>
    <message>
        <source>The cell is empty.</source>
        <translation>La cellule est vide.</translation>
    </message>
    <message>
        <source>It is not written as this column requires.</source>
        <translation>Ce n’est pas écrit comme cette colonne l’exige.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>C’est trop long.</translation>
    </message>
    <message>
        <source>It stands on a line above already.</source>
        <translation>Cela figure déjà sur une ligne plus haut.</translation>
    </message>
    <message>
        <source>terminals.csv has no terminal with this code.</source>
        <translation>terminals.csv n’a aucun terminal de ce code.</translation>
    </message>
    <message>
        <source>This postal prefix lies in another province.</source>
        <translation>Ce préfixe postal se trouve dans une autre province.</translation>
    </message>
    <message>
        <source>There are no service days between these two terminals.</source>
        <translation>Il n’y a pas de jours de service entre ces deux terminaux.</translation>
    </message>
    <message>
        <source>The reason is one that this version does not know.</source>
        <translation>Le motif est inconnu de cette version.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>served differently</source>
        <translation>desservi autrement</translation>
    </message>
    <message>
        <source>no longer served</source>
        <translation>plus desservi</translation>
    </message>
    <message>
        <source>changed in a way that this version does not know</source>
        <translation>changé d’une façon inconnue de cette version</translation>
    </message>
</context>
<context>
    <name>PointsPanel</name>
    <message>
        <source>Points served</source>
        <translation>Endroits</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Ce qui y figure</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Choose the folder with the three files</source>
        <translation>Choisir le dossier des trois fichiers</translation>
    </message>
    <message>
        <source>Choose the folder to save the three files in</source>
        <translation>Choisir le dossier où enregistrer les trois fichiers</translation>
    </message>
    <message>
        <source>The three files were saved in {folder}.</source>
        <translation>Les trois fichiers ont été enregistrés dans {folder}.</translation>
    </message>
    <message>
        <source>The files cannot be written into {folder}; choose another folder.</source>
        <translation>Les fichiers ne peuvent pas être écrits dans {folder}; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{file} is too large to be sent from here; nothing was imported. Use the command “points import” on the server.</source>
        <translation>{file} est trop volumineux pour être envoyé d’ici; rien n’a été importé. Utilisez la commande «&#xa0;points import&#xa0;» sur le serveur.</translation>
    </message>
    <message>
        <source>{file} is not in {folder}, or cannot be read; nothing was imported.</source>
        <translation>{file} n’est pas dans {folder} ou ne peut pas être lu; rien n’a été importé.</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
    <message>
        <source>{faults}; nothing was imported. Correct the files, then choose the folder again.</source>
        <translation>{faults}; rien n’a été importé. Corrigez les fichiers, puis choisissez de nouveau le dossier.</translation>
    </message>
    <message>
        <source>These files are in use already; nothing would change.</source>
        <translation>Ces fichiers sont déjà en vigueur; rien ne changerait.</translation>
    </message>
    <message>
        <source>Nothing is imported yet. {figures}</source>
        <translation>Rien n’est encore importé. {figures}</translation>
    </message>
    <message>
        <source>Imported; transit times follow these files from now on. {figures}</source>
        <translation>Importé; les délais de transport suivent désormais ces fichiers. {figures}</translation>
    </message>
    <message>
        <source>Places: {points}, terminals: {terminals}. New: {added}. Served differently: {changed}. No longer served: {removed}. Other days between two terminals: {days}.</source>
        <translation>Endroits&#xa0;: {points}, terminaux&#xa0;: {terminals}. Nouveaux&#xa0;: {added}. Desservis autrement&#xa0;: {changed}. Plus desservis&#xa0;: {removed}. Autre nombre de jours entre deux terminaux&#xa0;: {days}.</translation>
    </message>
    <message>
        <source>No files were imported yet.</source>
        <translation>Aucun fichier n’a encore été importé.</translation>
    </message>
    <message>
        <source>In use: imported {when} by a command on the server.</source>
        <translation>En vigueur&#xa0;: importé {when} par une commande sur le serveur.</translation>
    </message>
    <message>
        <source>In use: imported {when} by {code}.</source>
        <translation>En vigueur&#xa0;: importé {when} par {code}.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Import these files</source>
        <translation>Importer ces fichiers</translation>
    </message>
    <message>
        <source>Save the files in use…</source>
        <translation>Enregistrer les fichiers en vigueur…</translation>
    </message>
    <message>
        <source>What is served, as terminals.csv, points.csv and transit_days.csv in one folder. Nothing is imported before you say so, and nothing at all while a row is wrong.</source>
        <translation>Ce qui est desservi, soit terminals.csv, points.csv et transit_days.csv dans un même dossier. Rien n’est importé avant que vous le demandiez, et rien du tout tant qu’une ligne est erronée.</translation>
    </message>
    <message>
        <source>Faults in the files</source>
        <translation>Erreurs dans les fichiers</translation>
    </message>
    <message>
        <source>Places that would change</source>
        <translation>Endroits qui changeraient</translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>Enter the name or address of the label printer, such as 192.168.1.40 or 192.168.1.40:9100.</source>
        <translation>Entrez le nom ou l’adresse de l’imprimante d’étiquettes, par exemple 192.168.1.40 ou 192.168.1.40:9100.</translation>
    </message>
    <message>
        <source>Nothing in your network is called {where}. Check the spelling.</source>
        <translation>Rien dans votre réseau ne s’appelle {where}. Vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>{where} lies outside your network. Labels are only sent to a printer in the building.</source>
        <translation>{where} se trouve hors de votre réseau. Les étiquettes ne sont envoyées qu’à une imprimante de l’immeuble.</translation>
    </message>
    <message>
        <source>The label printer {where} does not answer. Check that it is on, or save the labels as a file.</source>
        <translation>L’imprimante d’étiquettes {where} ne répond pas. Vérifiez qu’elle est allumée, ou enregistrez les étiquettes dans un fichier.</translation>
    </message>
</context>
<context>
    <name>Province</name>
    <message>
        <source>Alberta</source>
        <translation>Alberta</translation>
    </message>
    <message>
        <source>British Columbia</source>
        <translation>Colombie-Britannique</translation>
    </message>
    <message>
        <source>Manitoba</source>
        <translation>Manitoba</translation>
    </message>
    <message>
        <source>New Brunswick</source>
        <translation>Nouveau-Brunswick</translation>
    </message>
    <message>
        <source>Newfoundland and Labrador</source>
        <translation>Terre-Neuve-et-Labrador</translation>
    </message>
    <message>
        <source>Nova Scotia</source>
        <translation>Nouvelle-Écosse</translation>
    </message>
    <message>
        <source>Northwest Territories</source>
        <translation>Territoires du Nord-Ouest</translation>
    </message>
    <message>
        <source>Nunavut</source>
        <translation>Nunavut</translation>
    </message>
    <message>
        <source>Ontario</source>
        <translation>Ontario</translation>
    </message>
    <message>
        <source>Prince Edward Island</source>
        <translation>Île-du-Prince-Édouard</translation>
    </message>
    <message>
        <source>Quebec</source>
        <translation>Québec</translation>
    </message>
    <message>
        <source>Saskatchewan</source>
        <translation>Saskatchewan</translation>
    </message>
    <message>
        <source>Yukon</source>
        <translation>Yukon</translation>
    </message>
    <message>
        <source>Alabama</source>
        <translation>Alabama</translation>
    </message>
    <message>
        <source>Alaska</source>
        <translation>Alaska</translation>
    </message>
    <message>
        <source>Arizona</source>
        <translation>Arizona</translation>
    </message>
    <message>
        <source>Arkansas</source>
        <translation>Arkansas</translation>
    </message>
    <message>
        <source>California</source>
        <translation>Californie</translation>
    </message>
    <message>
        <source>Colorado</source>
        <translation>Colorado</translation>
    </message>
    <message>
        <source>Connecticut</source>
        <translation>Connecticut</translation>
    </message>
    <message>
        <source>Delaware</source>
        <translation>Delaware</translation>
    </message>
    <message>
        <source>District of Columbia</source>
        <translation>District de Columbia</translation>
    </message>
    <message>
        <source>Florida</source>
        <translation>Floride</translation>
    </message>
    <message>
        <source>Georgia</source>
        <translation>Géorgie</translation>
    </message>
    <message>
        <source>Hawaii</source>
        <translation>Hawaï</translation>
    </message>
    <message>
        <source>Idaho</source>
        <translation>Idaho</translation>
    </message>
    <message>
        <source>Illinois</source>
        <translation>Illinois</translation>
    </message>
    <message>
        <source>Indiana</source>
        <translation>Indiana</translation>
    </message>
    <message>
        <source>Iowa</source>
        <translation>Iowa</translation>
    </message>
    <message>
        <source>Kansas</source>
        <translation>Kansas</translation>
    </message>
    <message>
        <source>Kentucky</source>
        <translation>Kentucky</translation>
    </message>
    <message>
        <source>Louisiana</source>
        <translation>Louisiane</translation>
    </message>
    <message>
        <source>Maine</source>
        <translation>Maine</translation>
    </message>
    <message>
        <source>Maryland</source>
        <translation>Maryland</translation>
    </message>
    <message>
        <source>Massachusetts</source>
        <translation>Massachusetts</translation>
    </message>
    <message>
        <source>Michigan</source>
        <translation>Michigan</translation>
    </message>
    <message>
        <source>Minnesota</source>
        <translation>Minnesota</translation>
    </message>
    <message>
        <source>Mississippi</source>
        <translation>Mississippi</translation>
    </message>
    <message>
        <source>Missouri</source>
        <translation>Missouri</translation>
    </message>
    <message>
        <source>Montana</source>
        <translation>Montana</translation>
    </message>
    <message>
        <source>Nebraska</source>
        <translation>Nebraska</translation>
    </message>
    <message>
        <source>Nevada</source>
        <translation>Nevada</translation>
    </message>
    <message>
        <source>New Hampshire</source>
        <translation>New Hampshire</translation>
    </message>
    <message>
        <source>New Jersey</source>
        <translation>New Jersey</translation>
    </message>
    <message>
        <source>New Mexico</source>
        <translation>Nouveau-Mexique</translation>
    </message>
    <message>
        <source>New York</source>
        <translation>New York</translation>
    </message>
    <message>
        <source>North Carolina</source>
        <translation>Caroline du Nord</translation>
    </message>
    <message>
        <source>North Dakota</source>
        <translation>Dakota du Nord</translation>
    </message>
    <message>
        <source>Ohio</source>
        <translation>Ohio</translation>
    </message>
    <message>
        <source>Oklahoma</source>
        <translation>Oklahoma</translation>
    </message>
    <message>
        <source>Oregon</source>
        <translation>Oregon</translation>
    </message>
    <message>
        <source>Pennsylvania</source>
        <translation>Pennsylvanie</translation>
    </message>
    <message>
        <source>Rhode Island</source>
        <translation>Rhode Island</translation>
    </message>
    <message>
        <source>South Carolina</source>
        <translation>Caroline du Sud</translation>
    </message>
    <message>
        <source>South Dakota</source>
        <translation>Dakota du Sud</translation>
    </message>
    <message>
        <source>Tennessee</source>
        <translation>Tennessee</translation>
    </message>
    <message>
        <source>Texas</source>
        <translation>Texas</translation>
    </message>
    <message>
        <source>Utah</source>
        <translation>Utah</translation>
    </message>
    <message>
        <source>Vermont</source>
        <translation>Vermont</translation>
    </message>
    <message>
        <source>Virginia</source>
        <translation>Virginie</translation>
    </message>
    <message>
        <source>Washington</source>
        <translation>Washington</translation>
    </message>
    <message>
        <source>West Virginia</source>
        <translation>Virginie-Occidentale</translation>
    </message>
    <message>
        <source>Wisconsin</source>
        <translation>Wisconsin</translation>
    </message>
    <message>
        <source>Wyoming</source>
        <translation>Wyoming</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Withdraw a claim</source>
        <translation>Retirer une réclamation</translation>
    </message>
    <message>
        <source>Withdraw {number} for good?</source>
        <translation>Retirer {number} définitivement?</translation>
    </message>
    <message>
        <source>The deadlines go on. After them a new notice may come too late.</source>
        <translation>Les délais continuent de courir. Ensuite, un nouvel avis risque d’arriver trop tard.</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Accept an offer</source>
        <translation>Accepter une offre</translation>
    </message>
    <message>
        <source>Accept {amount} for {number}?</source>
        <translation>Accepter {amount} pour {number}?</translation>
    </message>
    <message>
        <source>With the payment the claim is settled. It can no longer be changed or withdrawn.</source>
        <translation>Avec le paiement, la réclamation est réglée. Elle ne peut plus être modifiée ni retirée.</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>QuoteAnswer</name>
    <message>
        <source>Service level</source>
        <translation>Niveau de service</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Total after tax</source>
        <translation>Total après taxes</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Soumission</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>How it comes about</source>
        <translation>Explication</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Ramassage</translation>
    </message>
    <message>
        <source>Transit</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Tariff</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>{density} lb/ft³, class {freight_class}</source>
        <translation>{density}&#xa0;lb/pi³, classe {freight_class}</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>Copied. Paste it into an e-mail or a document.</source>
        <translation>Copié. Collez le texte dans un courriel ou un document.</translation>
    </message>
    <message>
        <source>Make the bill of lading</source>
        <translation>Faire le connaissement</translation>
    </message>
    <message>
        <source>Quote again</source>
        <translation>Refaire la soumission</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier comme texte</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Niveaux de service</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Frais</translation>
    </message>
    <message>
        <source>{total} after tax, {subtotal} before</source>
        <translation>{total} après taxes, {subtotal} avant</translation>
    </message>
    <message>
        <source>Quote {number}, an estimate for what is described; valid until {day}</source>
        <translation>Soumission {number}, une estimation pour ce qui est décrit; valable jusqu’au {day}</translation>
    </message>
    <message>
        <source>This quote is over. Quote again with the same entries for the price of today.</source>
        <translation>Cette soumission est échue. Refaites-la avec les mêmes données pour avoir le prix d’aujourd’hui.</translation>
    </message>
    <message>
        <source>The entries have changed since this quote. Quote again for their price.</source>
        <translation>Les données ont changé depuis cette soumission. Refaites-la pour avoir leur prix.</translation>
    </message>
</context>
<context>
    <name>QuoteCounts</name>
    <message numerus="yes">
        <source>%n service day(s)</source>
        <translation>
            <numerusform>%n&#xa0;jour de service</numerusform>
            <numerusform>%n&#xa0;jours de service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s)</source>
        <translation>
            <numerusform>%n&#xa0;envoi</numerusform>
            <numerusform>%n&#xa0;envois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n priced</source>
        <translation>
            <numerusform>%n&#xa0;avec un prix</numerusform>
            <numerusform>%n&#xa0;avec un prix</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuoteEditor</name>
    <message>
        <source>Quote again with the same goods</source>
        <translation>Refaire la soumission pour les mêmes marchandises</translation>
    </message>
    <message>
        <source>Take the quote off</source>
        <translation>Retirer la soumission</translation>
    </message>
    <message>
        <source>This quote was valid until {day}; its price no longer holds.</source>
        <translation>Cette soumission était valable jusqu’au {day}; son prix ne tient plus.</translation>
    </message>
    <message>
        <source>{total} after tax; valid until {day}.</source>
        <translation>{total} après taxes; valable jusqu’au {day}.</translation>
    </message>
</context>
<context>
    <name>QuoteList</name>
    <message>
        <source>Your quotes</source>
        <translation>Vos soumissions</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Soumission</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Faite le</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Goods ready</source>
        <translation>Marchandise prête</translation>
    </message>
    <message>
        <source>Priced weight (lb)</source>
        <translation>Poids facturé (lb)</translation>
    </message>
    <message>
        <source>Total after tax</source>
        <translation>Total après taxes</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valide jusqu’au</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>{day}, over</source>
        <translation>{day}, échue</translation>
    </message>
    <message>
        <source>Rate quotes</source>
        <translation>Soumissions</translation>
    </message>
    <message>
        <source>Your quotes, the newest first; Enter opens one</source>
        <translation>Vos soumissions, les plus récentes d’abord; Entrée en ouvre une</translation>
    </message>
    <message>
        <source>No quotes match.</source>
        <translation>Aucune soumission ne correspond.</translation>
    </message>
    <message>
        <source>{shown} of {rows}</source>
        <translation>{shown} sur {rows}</translation>
    </message>
    <message>
        <source>Search all quotes: number, city, postal code, access code…</source>
        <translation>Chercher dans toutes les soumissions&#xa0;: numéro, ville, code postal, code d’accès…</translation>
    </message>
    <message>
        <source>Search all quotes</source>
        <translation>Chercher dans toutes les soumissions</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Quote {number} is not among yours. Check the number, or call us.</source>
        <translation>La soumission {number} n’est pas parmi les vôtres. Vérifiez le numéro ou appelez-nous.</translation>
    </message>
</context>
<context>
    <name>QuotePaper</name>
    <message>
        <source>Save the quote</source>
        <translation>Enregistrer la soumission</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written. Choose another folder.</source>
        <translation>Impossible d’écrire {file}. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The printer does not answer. Save as PDF instead.</source>
        <translation>L’imprimante ne répond pas. Enregistrez plutôt en PDF.</translation>
    </message>
    <message>
        <source>Quote {number}</source>
        <translation>Soumission {number}</translation>
    </message>
    <message>
        <source>This computer has no mail program ready. Copy the quote as text instead.</source>
        <translation>Cet ordinateur n’a pas de logiciel de courriel prêt. Copiez plutôt la soumission comme texte.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Enregistrer en PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>E-mail…</source>
        <translation>Courriel…</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Envoyé à l’imprimante.</translation>
    </message>
</context>
<context>
    <name>QuotesFromFile</name>
    <message>
        <source>Shipments, one on each line</source>
        <translation>Envois, un par ligne</translation>
    </message>
    <message>
        <source>Goods ready on</source>
        <translation>Marchandise prête le</translation>
    </message>
    <message>
        <source>Quotes from a file</source>
        <translation>Soumissions d’un fichier</translation>
    </message>
    <message>
        <source>Origin, destination, weight, size or class, units: H3C 3P8; M5V 2T6; 620 lb; 48x40x60; 2</source>
        <translation>Origine, destination, poids, dimensions ou classe, unités&#xa0;: H3C 3P8; M5V 2T6; 620&#xa0;lb; 48x40x60; 2</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Priced weight (lb)</source>
        <translation>Poids facturé (lb)</translation>
    </message>
    <message>
        <source>Before tax</source>
        <translation>Avant taxes</translation>
    </message>
    <message>
        <source>Total after tax</source>
        <translation>Total après taxes</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Quote or reason</source>
        <translation>Soumission ou motif</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>pas encore demandé</translation>
    </message>
    <message>
        <source>We do not serve “{place}”.</source>
        <translation>Nous ne desservons pas «&#xa0;{place}&#xa0;».</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Size or class</source>
        <translation>Dimensions ou classe</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Unités</translation>
    </message>
    <message>
        <source>Paste or open a list first.</source>
        <translation>Collez ou ouvrez d’abord une liste.</translation>
    </message>
    <message>
        <source>At most {most} shipments at once; divide the list.</source>
        <translation>Au plus {most} envois à la fois; divisez la liste.</translation>
    </message>
    <message>
        <source>Sign in on the left; what you typed is kept.</source>
        <translation>Ouvrez une session à gauche; ce que vous avez saisi est conservé.</translation>
    </message>
    <message>
        <source>Stopped. “Get the prices” goes on where it stopped.</source>
        <translation>Arrêté. «&#xa0;Obtenir les prix&#xa0;» continue là où la demande s’est arrêtée.</translation>
    </message>
    <message>
        <source>Open a list of shipments</source>
        <translation>Ouvrir une liste d’envois</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt)</source>
        <translation>Listes (*.csv *.txt)</translation>
    </message>
    <message>
        <source>{file} holds no list of shipments; choose a text or CSV file.</source>
        <translation>{file} ne contient pas de liste d’envois; choisissez un fichier texte ou CSV.</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>À partir d’un fichier…</translation>
    </message>
    <message>
        <source>Get the prices</source>
        <translation>Obtenir les prix</translation>
    </message>
</context>
<context>
    <name>RateQuote</name>
    <message>
        <source>Before tax</source>
        <translation>Avant taxes</translation>
    </message>
    <message>
        <source>{percent} of the amount before tax</source>
        <translation>{percent} du montant avant taxes</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Taxes</translation>
    </message>
    <message>
        <source>no sales tax applies</source>
        <translation>aucune taxe de vente ne s’applique</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Your discount</source>
        <translation>Votre escompte</translation>
    </message>
    <message>
        <source>Raised to the minimum charge</source>
        <translation>Porté au prix minimum</translation>
    </message>
    <message>
        <source>Fuel surcharge</source>
        <translation>Supplément de carburant</translation>
    </message>
    <message>
        <source>{percent} of the freight, as agreed with you</source>
        <translation>{percent} du transport, selon votre entente</translation>
    </message>
    <message>
        <source>no shipment on this lane costs less than {amount}</source>
        <translation>aucun envoi sur ce trajet ne coûte moins de {amount}</translation>
    </message>
    <message>
        <source>{percent} of the freight; rate in force since {day}</source>
        <translation>{percent} du transport; taux en vigueur depuis le {day}</translation>
    </message>
    <message>
        <source>{pounds} lb at {rate} for each 100 lb</source>
        <translation>{pounds}&#xa0;lb à {rate} les 100&#xa0;lb</translation>
    </message>
    <message>
        <source>{pounds} lb at {rate} for each 100 lb, the rate from {start} lb on</source>
        <translation>{pounds}&#xa0;lb à {rate} les 100&#xa0;lb, le taux à partir de {start}&#xa0;lb</translation>
    </message>
    <message>
        <source>fixed amount</source>
        <translation>montant fixe</translation>
    </message>
    <message>
        <source>{percent} of the declared value above {amount} a pound</source>
        <translation>{percent} de la valeur déclarée au-delà de {amount} la livre</translation>
    </message>
    <message>
        <source>{amount} for each 100 lb, within its minimum and maximum</source>
        <translation>{amount} les 100&#xa0;lb, entre son minimum et son maximum</translation>
    </message>
    <message>
        <source>{percent} of the freight, within its minimum and maximum</source>
        <translation>{percent} du transport, entre son minimum et son maximum</translation>
    </message>
    <message>
        <source>The goods take {volume} ft³, which count as {cubed} lb: more than the actual {actual} lb.</source>
        <translation>La marchandise occupe {volume}&#xa0;pi³, qui comptent pour {cubed}&#xa0;lb&#xa0;: plus que les {actual}&#xa0;lb réelles.</translation>
    </message>
    <message>
        <source>The goods weigh {actual} lb.</source>
        <translation>La marchandise pèse {actual}&#xa0;lb.</translation>
    </message>
    <message>
        <source>Priced as {rated} lb, because that costs less.</source>
        <translation>Facturée comme {rated}&#xa0;lb, car cela coûte moins cher.</translation>
    </message>
    <message>
        <source>Priced as {rated} lb.</source>
        <translation>Facturée comme {rated}&#xa0;lb.</translation>
    </message>
    <message>
        <source>A line has no size, so its volume is not counted; measured goods may cost more.</source>
        <translation>Une ligne n’a pas de dimensions&#xa0;: son volume n’est donc pas compté, et la marchandise mesurée peut coûter plus cher.</translation>
    </message>
    <message>
        <source>Quote {number}</source>
        <translation>Soumission {number}</translation>
    </message>
    <message>
        <source>Goods ready {day}</source>
        <translation>Marchandise prête le {day}</translation>
    </message>
    <message>
        <source>Valid until {day}</source>
        <translation>Valide jusqu’au {day}</translation>
    </message>
    <message>
        <source>Prepaid: the shipper pays</source>
        <translation>Port payé&#xa0;: l’expéditeur paie</translation>
    </message>
    <message>
        <source>Collect: the consignee pays</source>
        <translation>Port dû&#xa0;: le destinataire paie</translation>
    </message>
    <message>
        <source>A third party pays</source>
        <translation>Un tiers paie</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Régulier</translation>
    </message>
    <message>
        <source>Guaranteed by 9 a.m.</source>
        <translation>Garanti avant 9&#xa0;h</translation>
    </message>
    <message>
        <source>Guaranteed by noon</source>
        <translation>Garanti avant midi</translation>
    </message>
    <message>
        <source>Guaranteed by 5 p.m.</source>
        <translation>Garanti avant 17&#xa0;h</translation>
    </message>
    <message>
        <source>GST</source>
        <translation>TPS</translation>
    </message>
    <message>
        <source>QST</source>
        <translation>TVQ</translation>
    </message>
    <message>
        <source>HST</source>
        <translation>TVH</translation>
    </message>
</context>
<context>
    <name>RateQuotePage</name>
    <message>
        <source>Rate quote</source>
        <translation>Soumission</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Normal appointment</source>
        <translation>Rendez-vous normal</translation>
    </message>
    <message>
        <source>Missed delivery</source>
        <translation>Livraison manquée</translation>
    </message>
    <message>
        <source>Incorrect address</source>
        <translation>Adresse inexacte</translation>
    </message>
    <message>
        <source>Indirect delivery</source>
        <translation>Livraison indirecte</translation>
    </message>
    <message>
        <source>Unable to locate</source>
        <translation>Lieu introuvable</translation>
    </message>
    <message>
        <source>Sorted wrongly</source>
        <translation>Erreur de tri</translation>
    </message>
    <message>
        <source>Customer asked for later delivery</source>
        <translation>Livraison plus tardive demandée par le client</translation>
    </message>
    <message>
        <source>Restricted articles</source>
        <translation>Articles soumis à des restrictions</translation>
    </message>
    <message>
        <source>Accident</source>
        <translation>Accident</translation>
    </message>
    <message>
        <source>Consignee related</source>
        <translation>Lié au destinataire</translation>
    </message>
    <message>
        <source>Driver related</source>
        <translation>Lié au chauffeur</translation>
    </message>
    <message>
        <source>Mechanical breakdown</source>
        <translation>Bris mécanique</translation>
    </message>
    <message>
        <source>Damaged and rewrapped</source>
        <translation>Endommagé et remballé</translation>
    </message>
    <message>
        <source>Previous stop</source>
        <translation>Arrêt précédent</translation>
    </message>
    <message>
        <source>Shipper related</source>
        <translation>Lié à l’expéditeur</translation>
    </message>
    <message>
        <source>Closed for holiday</source>
        <translation>Fermé (jour férié)</translation>
    </message>
    <message>
        <source>Weather or natural disaster</source>
        <translation>Intempéries ou catastrophe naturelle</translation>
    </message>
    <message>
        <source>Awaiting export</source>
        <translation>En attente d’exportation</translation>
    </message>
    <message>
        <source>Recipient unavailable</source>
        <translation>Destinataire absent</translation>
    </message>
    <message>
        <source>Improper international paperwork</source>
        <translation>Documents internationaux non conformes</translation>
    </message>
    <message>
        <source>Held for customs documents</source>
        <translation>Retenu en attente de documents douaniers</translation>
    </message>
    <message>
        <source>Civil event or labour delay</source>
        <translation>Événement civil ou conflit de travail</translation>
    </message>
    <message>
        <source>Exceeds service limits</source>
        <translation>Dépasse les limites du service</translation>
    </message>
    <message>
        <source>Past cut-off time</source>
        <translation>Après l’heure limite</translation>
    </message>
    <message>
        <source>Not enough time for pickup</source>
        <translation>Temps insuffisant pour le ramassage</translation>
    </message>
    <message>
        <source>Missed pickup</source>
        <translation>Ramassage manqué</translation>
    </message>
    <message>
        <source>Delivered by another carrier</source>
        <translation>Livré par un autre transporteur</translation>
    </message>
    <message>
        <source>Consignee closed</source>
        <translation>Destinataire fermé</translation>
    </message>
    <message>
        <source>Held for payment</source>
        <translation>Retenu en attente de paiement</translation>
    </message>
    <message>
        <source>Held for consignee</source>
        <translation>Retenu pour le destinataire</translation>
    </message>
    <message>
        <source>Unloading facility unsuitable</source>
        <translation>Installations de déchargement inadéquates</translation>
    </message>
    <message>
        <source>Receiving hours restricted</source>
        <translation>Heures de réception restreintes</translation>
    </message>
    <message>
        <source>Missing documents</source>
        <translation>Documents manquants</translation>
    </message>
    <message>
        <source>Border clearance</source>
        <translation>Formalités à la frontière</translation>
    </message>
    <message>
        <source>Road conditions</source>
        <translation>État des routes</translation>
    </message>
    <message>
        <source>Carrier keying error</source>
        <translation>Erreur de saisie du transporteur</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Not enough time to complete delivery</source>
        <translation>Temps insuffisant pour terminer la livraison</translation>
    </message>
    <message>
        <source>Cartage agent</source>
        <translation>Agent de camionnage</translation>
    </message>
    <message>
        <source>Customer wanted earlier delivery</source>
        <translation>Le client voulait une livraison plus tôt</translation>
    </message>
    <message>
        <source>Appointment arranged</source>
        <translation>Rendez-vous fixé</translation>
    </message>
    <message>
        <source>Held for protective service</source>
        <translation>Retenu pour protection contre le gel</translation>
    </message>
    <message>
        <source>Load shifted</source>
        <translation>Chargement déplacé</translation>
    </message>
    <message>
        <source>Overweight</source>
        <translation>Poids excédentaire</translation>
    </message>
    <message>
        <source>Refused by customer</source>
        <translation>Refusé par le client</translation>
    </message>
    <message>
        <source>Returned to shipper</source>
        <translation>Retourné à l’expéditeur</translation>
    </message>
    <message>
        <source>Waiting for customer pickup</source>
        <translation>En attente de ramassage par le client</translation>
    </message>
    <message>
        <source>Credit hold</source>
        <translation>Retenu pour crédit</translation>
    </message>
    <message>
        <source>Customer on vacation</source>
        <translation>Client en vacances</translation>
    </message>
    <message>
        <source>Waiting for shipping instructions</source>
        <translation>En attente d’instructions d’expédition</translation>
    </message>
    <message>
        <source>Waiting for specified carrier</source>
        <translation>En attente du transporteur désigné</translation>
    </message>
    <message>
        <source>Cash on delivery required</source>
        <translation>Contre remboursement exigé</translation>
    </message>
    <message>
        <source>Cash not available from consignee</source>
        <translation>Destinataire sans l’argent requis</translation>
    </message>
    <message>
        <source>Customs</source>
        <translation>Douane</translation>
    </message>
    <message>
        <source>No requested arrival date from shipper</source>
        <translation>Aucune date d’arrivée demandée par l’expéditeur</translation>
    </message>
    <message>
        <source>No requested arrival time from shipper</source>
        <translation>Aucune heure d’arrivée demandée par l’expéditeur</translation>
    </message>
    <message>
        <source>Dispatch error</source>
        <translation>Erreur de répartition</translation>
    </message>
    <message>
        <source>Driver not available</source>
        <translation>Chauffeur non disponible</translation>
    </message>
    <message>
        <source>Clearance delay</source>
        <translation>Retard de dédouanement</translation>
    </message>
    <message>
        <source>Held pending appointment</source>
        <translation>Retenu en attente d’un rendez-vous</translation>
    </message>
    <message>
        <source>Carrier reason {code}</source>
        <translation>Motif du transporteur {code}</translation>
    </message>
    <message>
        <source>Address corrected, delivery attempted</source>
        <translation>Adresse corrigée, livraison tentée</translation>
    </message>
    <message>
        <source>Related to another carrier</source>
        <translation>Lié à un autre transporteur</translation>
    </message>
    <message>
        <source>Consignee could not be reached for customs broker details</source>
        <translation>Destinataire injoignable pour connaître le courtier en douane</translation>
    </message>
    <message>
        <source>Held for the customer’s trailer</source>
        <translation>Retenu pour la remorque du client</translation>
    </message>
    <message>
        <source>Held at shipper’s request</source>
        <translation>Retenu à la demande de l’expéditeur</translation>
    </message>
    <message>
        <source>Suspended at customer’s request</source>
        <translation>Suspendu à la demande du client</translation>
    </message>
    <message>
        <source>Strike at the customer</source>
        <translation>Grève chez le client</translation>
    </message>
    <message>
        <source>International delay not caused by the carrier</source>
        <translation>Retard international non imputable au transporteur</translation>
    </message>
</context>
<context>
    <name>ReferenceType</name>
    <message>
        <source>Any number</source>
        <translation>Tout numéro</translation>
    </message>
    <message>
        <source>Autopro number</source>
        <translation>Numéro autopro</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Purchase order</source>
        <translation>Bon de commande</translation>
    </message>
    <message>
        <source>Carrier reference</source>
        <translation>Référence du transporteur</translation>
    </message>
    <message>
        <source>Pickup confirmation</source>
        <translation>Confirmation de ramassage</translation>
    </message>
</context>
<context>
    <name>ReferencesEditor</name>
    <message>
        <source>Purchase orders</source>
        <translation>Bons de commande</translation>
    </message>
    <message>
        <source>Other references</source>
        <translation>Autres références</translation>
    </message>
</context>
<context>
    <name>RepeatedPickups</name>
    <message>
        <source>Day to leave out</source>
        <translation>Jour à omettre</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Le</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Entre</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Prochain jour</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Omis</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Suites</translation>
    </message>
    <message>
        <source>{day} is left out.</source>
        <translation>Le {day} est omis.</translation>
    </message>
    <message>
        <source>It is ended. Pickups that were made already stand.</source>
        <translation>C’est terminé. Les ramassages déjà créés demeurent.</translation>
    </message>
    <message>
        <source>Recurring pickups</source>
        <translation>Ramassages récurrents</translation>
    </message>
    <message>
        <source>Tick days of the week in the form to have goods picked up every week.</source>
        <translation>Cochez des jours de la semaine dans le formulaire pour un ramassage chaque semaine.</translation>
    </message>
    <message>
        <source>Leave this day out</source>
        <translation>Omettre ce jour</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Yes, end it</source>
        <translation>Oui, y mettre fin</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Mettre fin</translation>
    </message>
</context>
<context>
    <name>Reply</name>
    <message>
        <source>Accepted</source>
        <translation>Accepté</translation>
    </message>
    <message>
        <source>Accepted with reservations</source>
        <translation>Accepté avec réserves</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Unknown reply</source>
        <translation>Réponse inconnue</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Received with errors</source>
        <translation>Reçu avec des erreurs</translation>
    </message>
    <message>
        <source>something required is missing</source>
        <translation>il manque une donnée obligatoire</translation>
    </message>
    <message>
        <source>a value is too short or too long</source>
        <translation>une valeur est trop courte ou trop longue</translation>
    </message>
    <message>
        <source>a value is not valid</source>
        <translation>une valeur n’est pas valide</translation>
    </message>
    <message>
        <source>something stands there too often</source>
        <translation>un élément est répété trop souvent</translation>
    </message>
    <message>
        <source>a segment is not expected there</source>
        <translation>un segment n’a pas sa place à cet endroit</translation>
    </message>
    <message>
        <source>the file was damaged on its way</source>
        <translation>le fichier a été endommagé en route</translation>
    </message>
    <message>
        <source>the carrier does not take such files</source>
        <translation>le transporteur n’accepte pas ces fichiers</translation>
    </message>
    <message>
        <source>the content has errors</source>
        <translation>le contenu comporte des erreurs</translation>
    </message>
    <message>
        <source>{outcome}: {why}</source>
        <translation>{outcome}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>code {code}</translation>
    </message>
</context>
<context>
    <name>ReportByMail</name>
    <message>
        <source>To</source>
        <translation>Adresses de courriel</translation>
    </message>
    <message>
        <source>Up to four addresses, separated by commas.</source>
        <translation>Jusqu’à quatre adresses, séparées par des virgules.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Fréquence</translation>
    </message>
    <message>
        <source>Once, now</source>
        <translation>Une fois, maintenant</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Chaque jour</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Planifier</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Planifiés</translation>
    </message>
    <message>
        <source>every {weekday} at {time}</source>
        <translation>chaque {weekday} à {time}</translation>
    </message>
    <message>
        <source>every day at {time}</source>
        <translation>chaque jour à {time}</translation>
    </message>
    <message>
        <source>{rhythm}, to {recipients}; next {when}</source>
        <translation>{rhythm}, à {recipients}; prochain&#xa0;: {when}</translation>
    </message>
    <message>
        <source>End: {schedule}</source>
        <translation>Mettre fin à&#xa0;: {schedule}</translation>
    </message>
    <message>
        <source>Days to include</source>
        <translation>Nombre de jours à inclure</translation>
    </message>
    <message numerus="yes">
        <source>Report sent with %n shipment(s).</source>
        <translation>
            <numerusform>Rapport transmis (%n&#xa0;envoi).</numerusform>
            <numerusform>Rapport transmis (%n&#xa0;envois).</numerusform>
        </translation>
    </message>
    <message>
        <source>Schedule ended.</source>
        <translation>Planification arrêtée.</translation>
    </message>
    <message>
        <source>Scheduled. Next report: {when}</source>
        <translation>Planifié. Prochain rapport&#xa0;: {when}</translation>
    </message>
</context>
<context>
    <name>ReportChoice</name>
    <message>
        <source>Any origin</source>
        <translation>Toute origine</translation>
    </message>
    <message>
        <source>Any destination</source>
        <translation>Toute destination</translation>
    </message>
    <message>
        <source>Booked from</source>
        <translation>Enregistrés du</translation>
    </message>
    <message>
        <source>to</source>
        <translation>au</translation>
    </message>
    <message>
        <source>From province or state</source>
        <translation>De la province ou de l’État</translation>
    </message>
    <message>
        <source>To province or state</source>
        <translation>Vers la province ou l’État</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Autopro, bill of lading, purchase order…</source>
        <translation>Autopro, connaissement, bon de commande…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État de l’envoi</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>Tous les états</translation>
    </message>
</context>
<context>
    <name>ReportParts</name>
    <message>
        <source>Shipments</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livrés</translation>
    </message>
    <message>
        <source>Delivered on time</source>
        <translation>Livrés à temps</translation>
    </message>
    <message>
        <source>Late and not delivered</source>
        <translation>En retard et non livrés</translation>
    </message>
    <message>
        <source>Delivered in the week of {day}</source>
        <translation>Livrés dans la semaine du {day}</translation>
    </message>
    <message>
        <source>From {origin} to {destination}</source>
        <translation>De {origin} à {destination}</translation>
    </message>
    <message>
        <source>Arriving today</source>
        <translation>Arrivée prévue aujourd’hui</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Anomalies</translation>
    </message>
    <message>
        <source>No news for 24 h</source>
        <translation>Sans nouvelles depuis 24&#xa0;h</translation>
    </message>
</context>
<context>
    <name>Resemblance</name>
    <message>
        <source>Access codes that may belong to this person</source>
        <translation>Codes d’accès qui appartiennent peut-être à cette personne</translation>
    </message>
    <message>
        <source>Customers that may be this company</source>
        <translation>Clients qui sont peut-être cette entreprise</translation>
    </message>
    <message>
        <source>Other requests from this e-mail address</source>
        <translation>Autres demandes de cette adresse de courriel</translation>
    </message>
</context>
<context>
    <name>Right</name>
    <message>
        <source>Ship: bills of lading, pickups, address book</source>
        <translation>Expédier&#xa0;: connaissements, ramassages, carnet d’adresses</translation>
    </message>
    <message>
        <source>Rate quotes</source>
        <translation>Soumissions de prix</translation>
    </message>
    <message>
        <source>Invoices and amounts</source>
        <translation>Factures et montants</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Réclamations</translation>
    </message>
    <message>
        <source>Something this version does not know</source>
        <translation>Quelque chose que cette version ne connaît pas</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Trace and report only</source>
        <translation>Repérage et rapports seulement</translation>
    </message>
</context>
<context>
    <name>RightsArea</name>
    <message>
        <source>What this access code may do besides tracing and reports</source>
        <translation>Ce que ce code d’accès permet en plus du repérage et des rapports</translation>
    </message>
    <message>
        <source>Set these rights</source>
        <translation>Attribuer ces droits</translation>
    </message>
</context>
<context>
    <name>RouteStrip</name>
    <message>
        <source>{place}, terminal {terminal}</source>
        <translation>{place}, terminal {terminal}</translation>
    </message>
    <message>
        <source>{kind}: {place}</source>
        <translation>{kind}&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Origin, here now</source>
        <translation>Origine, ici maintenant</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Passé</translation>
    </message>
    <message>
        <source>Last seen here</source>
        <translation>Vu ici la dernière fois</translation>
    </message>
    <message>
        <source>Here now</source>
        <translation>Ici maintenant</translation>
    </message>
    <message>
        <source>Destination, delivered</source>
        <translation>Destination, livré</translation>
    </message>
    <message>
        <source>Destination, here now</source>
        <translation>Destination, ici maintenant</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} à {last}</translation>
    </message>
    <message>
        <source>Estimated, late: {day}</source>
        <translation>Prévu, en retard&#xa0;: {day}</translation>
    </message>
    <message>
        <source>Estimated: {day}</source>
        <translation>Prévu&#xa0;: {day}</translation>
    </message>
    <message numerus="yes">
        <source>after %n more place(s)</source>
        <translation>
            <numerusform>après %n autre lieu</numerusform>
            <numerusform>après %n autres lieux</numerusform>
        </translation>
    </message>
    <message>
        <source>Origin, left</source>
        <translation>Origine, parti</translation>
    </message>
</context>
<context>
    <name>SampleChoice</name>
    <message>
        <source>Try it with sample data</source>
        <translation>Essayer avec des données d’exemple</translation>
    </message>
    <message>
        <source>An invented carrier with customers and shipments, on this computer only.</source>
        <translation>Un transporteur inventé avec ses clients et ses envois, sur cet ordinateur seulement.</translation>
    </message>
    <message>
        <source>Use sample data</source>
        <translation>Utiliser les données d’exemple</translation>
    </message>
</context>
<context>
    <name>SampleCodes</name>
    <message>
        <source>Access code</source>
        <translation>Code d’accès</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrateur</translation>
    </message>
    <message>
        <source>password expired</source>
        <translation>mot de passe expiré</translation>
    </message>
    <message>
        <source>Autopro numbers:</source>
        <translation>Numéros autopro&#xa0;:</translation>
    </message>
    <message>
        <source>Access codes of the sample</source>
        <translation>Codes d’accès de l’exemple</translation>
    </message>
    <message>
        <source>Code and password. Select and copy what you need.</source>
        <translation>Code et mot de passe. Sélectionnez et copiez ce qu’il vous faut.</translation>
    </message>
    <message>
        <source>Go to the services</source>
        <translation>Aller aux services</translation>
    </message>
</context>
<context>
    <name>SaveAllButton</name>
    <message>
        <source>Save into a folder</source>
        <translation>Enregistrer dans un dossier</translation>
    </message>
    <message>
        <source>Save as one ZIP</source>
        <translation>Enregistrer en un ZIP</translation>
    </message>
    <message>
        <source>Save as one PDF</source>
        <translation>Enregistrer en un PDF</translation>
    </message>
    <message>
        <source>Into a &amp;folder…</source>
        <translation>Dans un &amp;dossier…</translation>
    </message>
    <message>
        <source>As one &amp;ZIP…</source>
        <translation>En un &amp;ZIP…</translation>
    </message>
    <message>
        <source>As one &amp;PDF, in the order shown…</source>
        <translation>En un &amp;PDF, dans l’ordre affiché…</translation>
    </message>
    <message>
        <source>Save &amp;all…</source>
        <translation>&amp;Tout enregistrer…</translation>
    </message>
</context>
<context>
    <name>ServerAddress</name>
    <message>
        <source>Server &amp;address</source>
        <translation>&amp;Adresse du serveur</translation>
    </message>
    <message>
        <source>Certificate of your site (&amp;file)</source>
        <translation>Certificat de votre site (&amp;fichier)</translation>
    </message>
    <message>
        <source>Only if your administrator gave you one; public certificates need none.</source>
        <translation>Seulement si votre administrateur vous en a remis un; les certificats publics n’en demandent pas.</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://freight.example.com.</source>
        <translation>Entrez l’adresse du serveur, par exemple https://fret.example.com.</translation>
    </message>
    <message>
        <source>There is no such file. Choose it again, or empty the field.</source>
        <translation>Ce fichier n’existe pas. Choisissez-le de nouveau ou videz le champ.</translation>
    </message>
    <message>
        <source>This server does not answer; nothing was changed. Check the address, then try again.</source>
        <translation>Ce serveur ne répond pas; rien n’a été modifié. Vérifiez l’adresse, puis essayez de nouveau.</translation>
    </message>
    <message>
        <source>Certificate of your site</source>
        <translation>Certificat de votre site</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose the certificate file…</source>
        <translation>Choisir le fichier du certificat…</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Se connecter</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Tracing</source>
        <translation>Repérage</translation>
    </message>
    <message>
        <source>Find shipments by any of their numbers, one or many at once.</source>
        <translation>Trouvez des envois par n’importe lequel de leurs numéros, un seul ou plusieurs à la fois.</translation>
    </message>
    <message>
        <source>Shipment report</source>
        <translation>Rapport d’envois</translation>
    </message>
    <message>
        <source>User profile</source>
        <translation>Profil d’utilisateur</translation>
    </message>
    <message>
        <source>Your preferred language, default e-mail and password.</source>
        <translation>Votre langue préférée, votre courriel par défaut et votre mot de passe.</translation>
    </message>
    <message>
        <source>Personal access request</source>
        <translation>Demande d’accès personnel</translation>
    </message>
    <message>
        <source>Ask for an access code of your own; it comes by e-mail.</source>
        <translation>Demandez votre propre code d’accès; il arrive par courriel.</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Decide access requests, look after access codes and e-mails.</source>
        <translation>Décidez des demandes d’accès, gérez les codes d’accès et les courriels.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Answers to common questions, and a topic for every heading.</source>
        <translation>Réponses aux questions courantes, et une rubrique pour chaque titre.</translation>
    </message>
    <message>
        <source>Contact us</source>
        <translation>Nous joindre</translation>
    </message>
    <message>
        <source>Whom to call when you need a person.</source>
        <translation>Qui appeler lorsque vous voulez parler à quelqu’un.</translation>
    </message>
    <message>
        <source>All shipments of your company, the newest first.</source>
        <translation>Tous les envois de votre entreprise, les plus récents d’abord.</translation>
    </message>
    <message>
        <source>Transit times</source>
        <translation>Délais de transport</translation>
    </message>
    <message>
        <source>When goods are picked up and delivered between two places.</source>
        <translation>Quand la marchandise est ramassée et livrée entre deux endroits.</translation>
    </message>
    <message>
        <source>Rate quote</source>
        <translation>Soumission</translation>
    </message>
    <message>
        <source>What a shipment costs, from two postal codes and its sizes.</source>
        <translation>Ce que coûte un envoi, à partir de deux codes postaux et de ses dimensions.</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Connaissement</translation>
    </message>
    <message>
        <source>Write a bill, print it with its labels, find earlier ones.</source>
        <translation>Rédigez un connaissement, imprimez-le avec ses étiquettes, retrouvez les autres.</translation>
    </message>
    <message>
        <source>Address book</source>
        <translation>Carnet d’adresses</translation>
    </message>
    <message>
        <source>Addresses, goods and templates for your shipments, your own and those of your company.</source>
        <translation>Adresses, marchandises et modèles pour vos envois, les vôtres et ceux de votre entreprise.</translation>
    </message>
    <message>
        <source>Pickups</source>
        <translation>Ramassages</translation>
    </message>
    <message>
        <source>Have goods picked up, once or every week; change or cancel a pickup.</source>
        <translation>Faire ramasser la marchandise, une fois ou chaque semaine; modifier ou annuler un ramassage.</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Réclamations</translation>
    </message>
    <message>
        <source>Give notice in time, claim loss or damage, follow it to the end.</source>
        <translation>Donner avis à temps, réclamer pour perte ou avarie, suivre le dossier.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Proof of delivery, bill of lading and other papers by any number.</source>
        <translation>Preuve de livraison, connaissement et autres documents, par n’importe quel numéro.</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>See what is owed and since when; invoices, statement, disputes.</source>
        <translation>Voyez ce qui est dû et depuis quand; factures, état de compte, contestations.</translation>
    </message>
</context>
<context>
    <name>SetAsideArea</name>
    <message>
        <source>It can be imported:</source>
        <translation>Il peut être importé&#xa0;:</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Ce qu’il dit</translation>
    </message>
    <message>
        <source>{place}, at fault</source>
        <translation>{place}, en faute</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>Freight</source>
        <translation>Fret</translation>
    </message>
    <message>
        <source>Fuel</source>
        <translation>Carburant</translation>
    </message>
    <message>
        <source>Accessorials</source>
        <translation>Frais accessoires</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Taxes</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Its lines, the one at fault marked</source>
        <translation>Ses lignes, celle en faute marquée</translation>
    </message>
    <message>
        <source>Import it</source>
        <translation>L’importer</translation>
    </message>
    <message>
        <source>Set aside for good</source>
        <translation>Mettre de côté pour de bon</translation>
    </message>
</context>
<context>
    <name>ShipmentReportPage</name>
    <message>
        <source>Shipment report</source>
        <translation>Rapport d’envois</translation>
    </message>
    <message>
        <source>Save the plots</source>
        <translation>Enregistrer les graphiques</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>{file} cannot be written; choose another folder.</source>
        <translation>Impossible d’écrire {file}; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Totals and plots</source>
        <translation>Totaux et graphiques</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Par courriel</translation>
    </message>
    <message>
        <source>Save as a picture…</source>
        <translation>Enregistrer en image…</translation>
    </message>
    <message>
        <source>Your shipments</source>
        <translation>Vos envois</translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s) so far…</source>
        <translation>
            <numerusform>%n&#xa0;envoi reçu…</numerusform>
            <numerusform>%n&#xa0;envois reçus…</numerusform>
        </translation>
    </message>
    <message>
        <source>No shipments match these choices.</source>
        <translation>Aucun envoi ne correspond à ces critères.</translation>
    </message>
    <message numerus="yes">
        <source>{shown} of %n shipment(s)</source>
        <translation>
            <numerusform>{shown} envoi sur %n</numerusform>
            <numerusform>{shown} envois sur %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s). Press Enter to open one.</source>
        <translation>
            <numerusform>%n&#xa0;envoi. Appuyez sur Entrée pour l’ouvrir.</numerusform>
            <numerusform>%n&#xa0;envois. Appuyez sur Entrée pour en ouvrir un.</numerusform>
        </translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
</context>
<context>
    <name>ShipmentView</name>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Estimated delivery</source>
        <translation>Livraison prévue</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>Bill to</source>
        <translation>Facturé à</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Signé par</translation>
    </message>
    <message>
        <source>freight</source>
        <translation>fret</translation>
    </message>
    <message>
        <source>fuel</source>
        <translation>carburant</translation>
    </message>
    <message>
        <source>accessorials</source>
        <translation>frais accessoires</translation>
    </message>
    <message>
        <source>taxes</source>
        <translation>taxes</translation>
    </message>
    <message>
        <source>Total charges</source>
        <translation>Total des frais</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>History, newest first</source>
        <translation>Historique, du plus récent au plus ancien</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Copier le numéro</translation>
    </message>
    <message>
        <source>Autopro {number}</source>
        <translation>Autopro {number}</translation>
    </message>
    <message>
        <source>{place} · {when} · {age}</source>
        <translation>{place} · {when} · {age}</translation>
    </message>
    <message>
        <source>Later than estimated</source>
        <translation>Plus tard que prévu</translation>
    </message>
    <message>
        <source>For the parties only</source>
        <translation>Réservé aux parties</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>Ne plus surveiller</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Surveiller</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Ventilation</translation>
    </message>
    <message>
        <source>The watch list on the left shows what happens to it</source>
        <translation>La liste de surveillance, à gauche, montre ce qui lui arrive</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Réclamation</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}, {when}</translation>
    </message>
    <message>
        <source>{words}; noted: {noted}</source>
        <translation>{words}; noté&#xa0;: {noted}</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>By e-mail…</source>
        <translation>Par courriel…</translation>
    </message>
    <message>
        <source>Be told by e-mail of what happens to it</source>
        <translation>Être avisé par courriel de ce qui lui arrive</translation>
    </message>
</context>
<context>
    <name>Shipments</name>
    <message>
        <source>Autopro</source>
        <translation>Autopro</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Estimated delivery</source>
        <translation>Livraison prévue</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Days to delivery</source>
        <translation>Jours jusqu’à la livraison</translation>
    </message>
    <message>
        <source>local time of the place</source>
        <translation>heure locale du lieu</translation>
    </message>
</context>
<context>
    <name>SiteChoice</name>
    <message>
        <source>Ad&amp;ministrator’s access code</source>
        <translation>Code d’accès de l’admini&amp;strateur</translation>
    </message>
    <message>
        <source>Use the data found on this computer</source>
        <translation>Utiliser les données trouvées sur cet ordinateur</translation>
    </message>
    <message>
        <source>Start an empty site on this computer</source>
        <translation>Créer un site vide sur cet ordinateur</translation>
    </message>
    <message>
        <source>There are shipments or customers here, but nobody can sign in yet. Create the first administrator.</source>
        <translation>Il y a des envois ou des clients ici, mais personne ne peut encore ouvrir de session. Créez le premier administrateur.</translation>
    </message>
    <message>
        <source>Create the first administrator; data comes in as files.</source>
        <translation>Créez le premier administrateur; les données arrivent par fichiers.</translation>
    </message>
    <message>
        <source>Choose an access code for the administrator.</source>
        <translation>Choisissez un code d’accès pour l’administrateur.</translation>
    </message>
    <message>
        <source>Create the site</source>
        <translation>Créer le site</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Booked</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Picked up</source>
        <translation>Ramassé</translation>
    </message>
    <message>
        <source>In transit</source>
        <translation>En transit</translation>
    </message>
    <message>
        <source>At terminal</source>
        <translation>Au terminal</translation>
    </message>
    <message>
        <source>At customs</source>
        <translation>À la douane</translation>
    </message>
    <message>
        <source>Out for delivery</source>
        <translation>En cours de livraison</translation>
    </message>
    <message>
        <source>Delivery attempted</source>
        <translation>Tentative de livraison</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livré</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Retardé</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>Anomalie</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Prévision</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Online Services is already open; its window is in front now.</source>
        <translation>Services en ligne est déjà ouvert; sa fenêtre est maintenant à l’avant.</translation>
    </message>
    <message>
        <source>Online Services is already open with the same data folder but does not answer. Close it, or wait a moment, and start again. Nothing is lost.</source>
        <translation>Services en ligne est déjà ouvert avec le même dossier de données, mais ne répond pas. Fermez-le, ou attendez un moment, puis redémarrez. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Online Services</source>
        <translation>Services en ligne</translation>
    </message>
    <message>
        <source>The preferences could not be read and were set aside; the defaults are in use. Your data is untouched.</source>
        <translation>Les préférences étaient illisibles et ont été mises de côté; les valeurs par défaut sont utilisées. Vos données sont intactes.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to, so nothing can be kept on this computer. You can still connect to a server; to use this computer alone, free the disk or correct the folder’s permissions and start again.</source>
        <translation>Impossible d’écrire dans le dossier {folder}; rien ne peut donc être conservé sur cet ordinateur. Vous pouvez quand même vous connecter à un serveur; pour utiliser cet ordinateur seul, libérez le disque ou corrigez les permissions du dossier, puis redémarrez.</translation>
    </message>
    <message>
        <source>The file in which your administrator says where the server is, site.toml, cannot be read. Ask your administrator, or enter the server’s address yourself.</source>
        <translation>Le fichier où votre administrateur indique le serveur, site.toml, est illisible. Adressez-vous à votre administrateur, ou entrez vous-même l’adresse du serveur.</translation>
    </message>
</context>
<context>
    <name>StatementByMail</name>
    <message>
        <source>To</source>
        <translation>Adresse de courriel</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Fréquence</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>On day</source>
        <translation>Jour du mois</translation>
    </message>
    <message>
        <source>In a shorter month, on its last day.</source>
        <translation>Dans un mois plus court, son dernier jour.</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>By the clock of this computer ({zone}).</source>
        <translation>À l’heure de cet ordinateur ({zone}).</translation>
    </message>
    <message>
        <source>Saved. {next}</source>
        <translation>Enregistré. {next}</translation>
    </message>
    <message>
        <source>Stopped. The statement goes out by e-mail no longer.</source>
        <translation>Arrêté. L’état de compte ne part plus par courriel.</translation>
    </message>
    <message>
        <source>The statement does not go out by e-mail now.</source>
        <translation>L’état de compte ne part pas par courriel actuellement.</translation>
    </message>
    <message>
        <source>Next statement: {when}</source>
        <translation>Prochain état de compte&#xa0;: {when}</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Chaque mois</translation>
    </message>
    <message>
        <source>Statement by e-mail</source>
        <translation>État de compte par courriel</translation>
    </message>
    <message>
        <source>What is open in each currency, by days past due, in your language; the paper in both languages with it.</source>
        <translation>Ce qui est ouvert dans chaque devise, par jours de retard, dans votre langue, avec le document dans les deux langues.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Stop these e-mails</source>
        <translation>Ne plus recevoir ces courriels</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Shipment booked</source>
        <translation>Envoi enregistré</translation>
    </message>
    <message>
        <source>Arrived at pickup place</source>
        <translation>Arrivé au lieu de ramassage</translation>
    </message>
    <message>
        <source>Arrived at pickup loading dock</source>
        <translation>Arrivé au quai de chargement</translation>
    </message>
    <message>
        <source>Loading completed at pickup</source>
        <translation>Chargement terminé au ramassage</translation>
    </message>
    <message>
        <source>Loaded on truck</source>
        <translation>Chargé dans le camion</translation>
    </message>
    <message>
        <source>Left pickup place with shipment</source>
        <translation>Parti du lieu de ramassage avec l’envoi</translation>
    </message>
    <message>
        <source>Picked up by connecting carrier</source>
        <translation>Ramassé par un transporteur correspondant</translation>
    </message>
    <message>
        <source>Left terminal</source>
        <translation>Parti du terminal</translation>
    </message>
    <message>
        <source>Expected to leave terminal</source>
        <translation>Départ du terminal prévu</translation>
    </message>
    <message>
        <source>Arrived at terminal</source>
        <translation>Arrivé au terminal</translation>
    </message>
    <message>
        <source>Expected at terminal</source>
        <translation>Arrivée au terminal prévue</translation>
    </message>
    <message>
        <source>Arrived at rail ramp</source>
        <translation>Arrivé à la gare de marchandises</translation>
    </message>
    <message>
        <source>Left by rail</source>
        <translation>Parti par train</translation>
    </message>
    <message>
        <source>Handed to connecting carrier</source>
        <translation>Remis au transporteur correspondant</translation>
    </message>
    <message>
        <source>Received from prior carrier</source>
        <translation>Reçu du transporteur précédent</translation>
    </message>
    <message>
        <source>Arrived at customs</source>
        <translation>Arrivé à la douane</translation>
    </message>
    <message>
        <source>Held by customs</source>
        <translation>Retenu à la douane</translation>
    </message>
    <message>
        <source>Released by customs</source>
        <translation>Dédouané</translation>
    </message>
    <message>
        <source>Stored in transit</source>
        <translation>Entreposé en transit</translation>
    </message>
    <message>
        <source>Shipment delayed</source>
        <translation>Envoi retardé</translation>
    </message>
    <message>
        <source>Estimated delivery</source>
        <translation>Livraison prévue</translation>
    </message>
    <message>
        <source>Estimated arrival at consignee</source>
        <translation>Arrivée prévue chez le destinataire</translation>
    </message>
    <message>
        <source>Available for delivery</source>
        <translation>Disponible pour livraison</translation>
    </message>
    <message>
        <source>On the way to delivery</source>
        <translation>En route vers la livraison</translation>
    </message>
    <message>
        <source>Offered for delivery</source>
        <translation>Présenté pour livraison</translation>
    </message>
    <message>
        <source>Arrived at delivery place</source>
        <translation>Arrivé au lieu de livraison</translation>
    </message>
    <message>
        <source>Arrived at unloading dock</source>
        <translation>Arrivé au quai de déchargement</translation>
    </message>
    <message>
        <source>Trailer left at consignee</source>
        <translation>Remorque laissée chez le destinataire</translation>
    </message>
    <message>
        <source>Delivery attempted</source>
        <translation>Tentative de livraison</translation>
    </message>
    <message>
        <source>Delivery not completed</source>
        <translation>Livraison non terminée</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Livré</translation>
    </message>
    <message>
        <source>Truck left delivery place</source>
        <translation>Camion parti du lieu de livraison</translation>
    </message>
    <message>
        <source>Last part delivered</source>
        <translation>Dernière partie livrée</translation>
    </message>
    <message>
        <source>Partial shipment</source>
        <translation>Envoi partiel</translation>
    </message>
    <message>
        <source>Returned to shipper</source>
        <translation>Retourné à l’expéditeur</translation>
    </message>
    <message>
        <source>Refused by consignee</source>
        <translation>Refusé par le destinataire</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Endommagé</translation>
    </message>
    <message>
        <source>Reconsigned</source>
        <translation>Destination modifiée</translation>
    </message>
    <message>
        <source>Diverted to air carrier</source>
        <translation>Réacheminé par transporteur aérien</translation>
    </message>
    <message>
        <source>Paperwork received without shipment</source>
        <translation>Documents reçus sans l’envoi</translation>
    </message>
    <message>
        <source>Shipment cancelled</source>
        <translation>Envoi annulé</translation>
    </message>
    <message>
        <source>Trailer closed</source>
        <translation>Remorque fermée</translation>
    </message>
    <message>
        <source>Carrier status {code}</source>
        <translation>État du transporteur {code}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Change the connection</source>
        <translation>Changer la connexion</translation>
    </message>
    <message>
        <source>Preferences could not be saved to disk; they hold until you close.</source>
        <translation>Les préférences n’ont pas pu être enregistrées sur le disque; elles valent jusqu’à la fermeture.</translation>
    </message>
    <message>
        <source>What waits to be sent, to be changed or withdrawn</source>
        <translation>Ce qui reste à transmettre, à modifier ou à retirer</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Pas encore connecté</translation>
    </message>
    <message>
        <source>Connecting to {server}…</source>
        <translation>Connexion à {server}…</translation>
    </message>
    <message>
        <source>Online: {server}, since {time}</source>
        <translation>En ligne&#xa0;: {server}, depuis {time}</translation>
    </message>
    <message>
        <source>Offline since {time}: {server} does not answer</source>
        <translation>Hors ligne depuis {time}&#xa0;: {server} ne répond pas</translation>
    </message>
    <message>
        <source>The server has a different version</source>
        <translation>Le serveur est d’une autre version</translation>
    </message>
</context>
<context>
    <name>StrengthMeter</name>
    <message>
        <source>Strength of the new password</source>
        <translation>Force du nouveau mot de passe</translation>
    </message>
</context>
<context>
    <name>TableBar</name>
    <message numerus="yes">
        <source>Copied, with headings: %n line(s).</source>
        <translation>
            <numerusform>%n&#xa0;ligne copiée, avec les en-têtes.</numerusform>
            <numerusform>%n&#xa0;lignes copiées, avec les en-têtes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Text for spreadsheets (*.csv)</source>
        <translation>Texte pour feuilles de calcul (*.csv)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>Enregistrer le tableau</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>The printer does not answer. Save as PDF instead.</source>
        <translation>L’imprimante ne répond pas. Enregistrez plutôt en PDF.</translation>
    </message>
    <message>
        <source>Filter: number, city, status…</source>
        <translation>Filtrer&#xa0;: numéro, ville, état…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Show only lines with these words</source>
        <translation>N’afficher que les lignes contenant ces mots</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Choose which columns to show; drag a heading to move it</source>
        <translation>Choisissez les colonnes à afficher; faites glisser un en-tête pour le déplacer</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the lines shown, with headings, for a spreadsheet or an e-mail</source>
        <translation>Copier les lignes affichées, avec les en-têtes, pour une feuille de calcul ou un courriel</translation>
    </message>
    <message>
        <source>Save the lines shown as an Excel workbook, CSV or PDF</source>
        <translation>Enregistrer les lignes affichées en classeur Excel, CSV ou PDF</translation>
    </message>
    <message>
        <source>{file} cannot be written. Close it in the other program, or choose another folder; your results are still here.</source>
        <translation>Impossible d’écrire {file}. Fermez-le dans l’autre logiciel ou choisissez un autre dossier; vos résultats sont intacts.</translation>
    </message>
</context>
<context>
    <name>TablesPanel</name>
    <message>
        <source>Keep for files named</source>
        <translation>Conserver pour les fichiers nommés</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Why it would not be imported</source>
        <translation>Pourquoi elle ne serait pas importée</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.xlsx *.ods);;All files (*)</source>
        <translation>Tableaux (*.csv *.txt *.tsv *.xlsx *.ods);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Choisir un tableau</translation>
    </message>
    <message>
        <source>{file}: choose a column or a value for: {names}.</source>
        <translation>{file}&#xa0;: choisissez une colonne ou une valeur pour&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>{file}: say what these status words mean, or their rows are not imported: {words}.</source>
        <translation>{file}&#xa0;: indiquez ce que signifient ces mots d’état, sinon leurs lignes ne seront pas importées&#xa0;: {words}.</translation>
    </message>
    <message>
        <source>{file} can be imported. Look at the first rows, then import it.</source>
        <translation>{file} peut être importé. Vérifiez les premières lignes, puis importez-le.</translation>
    </message>
    <message>
        <source>{file} is a workbook of Excel 97 or has a password. Save it as .xlsx without a password.</source>
        <translation>{file} est un classeur d’Excel 97 ou est protégé par un mot de passe. Enregistrez-le en .xlsx, sans mot de passe.</translation>
    </message>
    <message>
        <source>{file} holds more rows or columns than can be read. Save the part you need as CSV.</source>
        <translation>{file} contient plus de lignes ou de colonnes qu’on ne peut en lire. Enregistrez la partie utile en CSV.</translation>
    </message>
    <message>
        <source>{file} holds no rows.</source>
        <translation>{file} ne contient aucune ligne.</translation>
    </message>
    <message>
        <source>{file} holds no table that can be read. Save it again as CSV or .xlsx.</source>
        <translation>{file} ne contient aucun tableau lisible. Enregistrez-le de nouveau en CSV ou en .xlsx.</translation>
    </message>
    <message>
        <source>Write how the files of this sender are named, for example canpar*.csv.</source>
        <translation>Indiquez comment se nomment les fichiers de cet expéditeur, par exemple canpar*.csv.</translation>
    </message>
    <message>
        <source>Kept: files named {pattern} are read like this from now on.</source>
        <translation>Conservé&#xa0;: les fichiers nommés {pattern} seront désormais lus ainsi.</translation>
    </message>
    <message>
        <source>Choose a table…</source>
        <translation>Choisir un tableau…</translation>
    </message>
    <message>
        <source>Import this table</source>
        <translation>Importer ce tableau</translation>
    </message>
    <message>
        <source>Keep for this sender</source>
        <translation>Conserver pour cet expéditeur</translation>
    </message>
    <message>
        <source>A list of another program, as CSV, Excel or OpenDocument. Nothing is imported before you say so.</source>
        <translation>Une liste d’un autre logiciel, en CSV, Excel ou OpenDocument. Rien n’est importé avant que vous le demandiez.</translation>
    </message>
    <message>
        <source>The first rows, as they would be imported</source>
        <translation>Les premières lignes, telles qu’elles seraient importées</translation>
    </message>
</context>
<context>
    <name>TabsPage</name>
    <message>
        <source>All tabs</source>
        <translation>Tous les onglets</translation>
    </message>
</context>
<context>
    <name>Tariff</name>
    <message>
        <source>not written as it should be</source>
        <translation>mal écrit</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>already there; each may stand once</source>
        <translation>déjà présent; chacun ne peut figurer qu’une fois</translation>
    </message>
    <message>
        <source>no zone of this tariff</source>
        <translation>aucune zone de ce tarif</translation>
    </message>
    <message>
        <source>the first weight must be 0</source>
        <translation>le premier poids doit être 0</translation>
    </message>
    <message>
        <source>weights must grow from one to the next</source>
        <translation>les poids doivent croître de l’un à l’autre</translation>
    </message>
    <message>
        <source>no fuel surcharge on the day the tariff takes over</source>
        <translation>pas de supplément de carburant le jour où le tarif entre en vigueur</translation>
    </message>
    <message>
        <source>the minimum is above the maximum</source>
        <translation>le minimum dépasse le maximum</translation>
    </message>
    <message>
        <source>more than 100 percent</source>
        <translation>plus de 100 pour cent</translation>
    </message>
    <message>
        <source>give a percentage or a flat amount, one of the two</source>
        <translation>indiquez un pourcentage ou un montant fixe, l’un des deux</translation>
    </message>
    <message>
        <source>say above how many dollars a pound it begins</source>
        <translation>indiquez à partir de combien de dollars la livre il s’applique</translation>
    </message>
    <message>
        <source>no lane, so no price between these zones</source>
        <translation>aucun trajet, donc aucun prix entre ces zones</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Trajets</translation>
    </message>
    <message>
        <source>Fuel surcharge</source>
        <translation>Supplément de carburant</translation>
    </message>
    <message>
        <source>Additional services</source>
        <translation>Services accessoires</translation>
    </message>
    <message>
        <source>Guaranteed services</source>
        <translation>Services garantis</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Name and day</source>
        <translation>Nom et jour</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>ligne {line}</translation>
    </message>
    <message>
        <source>entry {entry}</source>
        <translation>entrée {entry}</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>Tout le fichier</translation>
    </message>
</context>
<context>
    <name>TariffsPanel</name>
    <message>
        <source>Tariffs</source>
        <translation>Tarifs</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>En vigueur depuis</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Trajets</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>remplacé</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>en vigueur</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>over</source>
        <translation>échu</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>What stands there</source>
        <translation>Ce qui y figure</translation>
    </message>
    <message>
        <source>There is no tariff yet, so nobody gets a price.</source>
        <translation>Il n’y a pas encore de tarif&#xa0;: personne n’obtient donc de prix.</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Fuel surcharges</source>
        <translation>Suppléments de carburant</translation>
    </message>
    <message>
        <source>Additional services</source>
        <translation>Services accessoires</translation>
    </message>
    <message>
        <source>Customers with a discount</source>
        <translation>Clients avec escompte</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>Importé par</translation>
    </message>
    <message>
        <source>a command of the server</source>
        <translation>une commande du serveur</translation>
    </message>
    <message>
        <source>Choose a tariff</source>
        <translation>Choisir un tarif</translation>
    </message>
    <message>
        <source>Tariffs (*.json *.csv)</source>
        <translation>Tarifs (*.json *.csv)</translation>
    </message>
    <message>
        <source>{file} cannot be read, is empty or too large for a tariff.</source>
        <translation>{file} est illisible, vide ou trop grand pour un tarif.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was imported. %n fault(s):</source>
        <translation>
            <numerusform>Rien n’a été importé. %n&#xa0;erreur&#xa0;:</numerusform>
            <numerusform>Rien n’a été importé. %n&#xa0;erreurs&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported: {name} takes over on {day}.</source>
        <translation>Importé&#xa0;: {name} entre en vigueur le {day}.</translation>
    </message>
    <message>
        <source>{name} from {day}: {zones} zones, {lanes} lanes. Nothing is imported yet.</source>
        <translation>{name} à partir du {day}&#xa0;: {zones} zones, {lanes} trajets. Rien n’est encore importé.</translation>
    </message>
    <message>
        <source>Save the tariff</source>
        <translation>Enregistrer le tarif</translation>
    </message>
    <message>
        <source>Tariffs (*.json)</source>
        <translation>Tarifs (*.json)</translation>
    </message>
    <message>
        <source>{file} cannot be written.</source>
        <translation>Impossible d’écrire {file}.</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Import this tariff</source>
        <translation>Importer ce tarif</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>Faults of the tariff</source>
        <translation>Erreurs du tarif</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Shared with my company</source>
        <translation>Partagée avec mon entreprise</translation>
    </message>
    <message>
        <source>Bill of lading</source>
        <translation>Connaissement</translation>
    </message>
</context>
<context>
    <name>TemplateKeeper</name>
    <message>
        <source>Complete or empty what is marked to keep the template.</source>
        <translation>Complétez ou videz ce qui est marqué pour conserver le modèle.</translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>Donnez un nom au modèle.</translation>
    </message>
    <message>
        <source>Kept as the template {name}.</source>
        <translation>Conservé comme modèle {name}.</translation>
    </message>
    <message>
        <source>Keep as a template</source>
        <translation>Conserver comme modèle</translation>
    </message>
    <message>
        <source>Keep the template</source>
        <translation>Conserver le modèle</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Nom du modèle</translation>
    </message>
</context>
<context>
    <name>TemplatesTab</name>
    <message>
        <source>New template</source>
        <translation>Nouveau modèle</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>No templates match. A bill of lading is kept as a template where it is written.</source>
        <translation>Aucun modèle ne correspond. Un connaissement est conservé comme modèle là où il est rédigé.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Shipper</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Consignee</source>
        <translation>Destinataire</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ville</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Write a bill of lading</source>
        <translation>Rédiger un connaissement</translation>
    </message>
</context>
<context>
    <name>TodayPanel</name>
    <message>
        <source>Opens the list</source>
        <translation>Ouvre la liste</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Nothing needs a look today.</source>
        <translation>Rien à surveiller aujourd’hui.</translation>
    </message>
    <message>
        <source>The server makes no copies of its data, or none is there yet.</source>
        <translation>Le serveur ne fait pas de copies de ses données, ou il n’y en a pas encore.</translation>
    </message>
    <message>
        <source>The data was last copied on {day}. A copy is due every day: look at the server.</source>
        <translation>La dernière copie des données date du {day}. Une copie doit se faire chaque jour&#xa0;: vérifiez le serveur.</translation>
    </message>
    <message>
        <source>The data was last copied on {day}.</source>
        <translation>La dernière copie des données date du {day}.</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>%n shipment(s) arriving today</source>
        <translation>
            <numerusform>%n&#xa0;envoi arrivant aujourd’hui</numerusform>
            <numerusform>%n&#xa0;envois arrivant aujourd’hui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late shipment(s)</source>
        <translation>
            <numerusform>%n&#xa0;envoi en retard</numerusform>
            <numerusform>%n&#xa0;envois en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s) with an exception</source>
        <translation>
            <numerusform>%n&#xa0;envoi avec une anomalie</numerusform>
            <numerusform>%n&#xa0;envois avec une anomalie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shipment(s) without news for 24 h</source>
        <translation>
            <numerusform>%n&#xa0;envoi sans nouvelles depuis 24&#xa0;h</numerusform>
            <numerusform>%n&#xa0;envois sans nouvelles depuis 24&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pickup(s) today</source>
        <translation>
            <numerusform>%n&#xa0;ramassage aujourd’hui</numerusform>
            <numerusform>%n&#xa0;ramassages aujourd’hui</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) past due</source>
        <translation>
            <numerusform>%n&#xa0;facture en souffrance</numerusform>
            <numerusform>%n&#xa0;factures en souffrance</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) due within 7 days</source>
        <translation>
            <numerusform>%n&#xa0;réclamation à présenter d’ici 7&#xa0;jours</numerusform>
            <numerusform>%n&#xa0;réclamations à présenter d’ici 7&#xa0;jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) of claim to give within 7 days</source>
        <translation>
            <numerusform>%n avis de réclamation à donner d’ici 7 jours</numerusform>
            <numerusform>%n avis de réclamation à donner d’ici 7 jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Counted among your newest %n shipment(s).</source>
        <translation>
            <numerusform>Compte fait parmi votre %n&#xa0;envoi le plus récent.</numerusform>
            <numerusform>Compte fait parmi vos %n&#xa0;envois les plus récents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pickup(s) to dispatch today</source>
        <translation>
            <numerusform>%n&#xa0;ramassage à répartir aujourd’hui</numerusform>
            <numerusform>%n&#xa0;ramassages à répartir aujourd’hui</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Online Services</source>
        <translation>Services en ligne</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Aide (F1)</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Delivered on time, % by week</source>
        <translation>Livrés à temps, % par semaine</translation>
    </message>
    <message>
        <source>Average days to delivery</source>
        <translation>Jours jusqu’à la livraison, en moyenne</translation>
    </message>
    <message>
        <source>Average days to delivery by lane</source>
        <translation>Jours jusqu’à la livraison par trajet, en moyenne</translation>
    </message>
    <message>
        <source>Show these shipments</source>
        <translation>Afficher ces envois</translation>
    </message>
</context>
<context>
    <name>Trace</name>
    <message>
        <source>Not found, check for typing errors: {numbers}.</source>
        <translation>Introuvables, vérifiez les fautes de frappe&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>Taken from the column “{column}”.</source>
        <translation>Pris dans la colonne «&#xa0;{column}&#xa0;».</translation>
    </message>
    <message>
        <source>{file} cannot be read as text or as a workbook. Nothing was traced; save it as CSV.</source>
        <translation>{file} ne se lit ni comme texte ni comme classeur. Rien n’a été repéré; enregistrez-le en CSV.</translation>
    </message>
    <message>
        <source>{file} is too large for a list of numbers. Copy the column with the numbers instead.</source>
        <translation>{file} est trop gros pour une liste de numéros. Copiez plutôt la colonne des numéros.</translation>
    </message>
    <message>
        <source>Wrong kind of number: {numbers}.</source>
        <translation>Numéros d’un autre type&#xa0;: {numbers}.</translation>
    </message>
    <message>
        <source>{file} is damaged or is not an Excel workbook. Nothing was traced; open it and save it again.</source>
        <translation>{file} est endommagé ou n’est pas un classeur Excel. Rien n’a été repéré; ouvrez-le et enregistrez-le de nouveau.</translation>
    </message>
    <message>
        <source>{file} is an old or password-protected workbook. Save it as .xlsx, then try again.</source>
        <translation>{file} est un classeur d’un ancien format ou protégé par mot de passe. Enregistrez-le en .xlsx, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>TraceCommand</name>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>not a shipment’s number</source>
        <translation>n’est pas un numéro d’envoi</translation>
    </message>
</context>
<context>
    <name>TracingPage</name>
    <message>
        <source>Tracing</source>
        <translation>Repérage</translation>
    </message>
    <message>
        <source>Noted. The watch list on the server follows as soon as it can be reached.</source>
        <translation>C’est noté. La liste de surveillance du serveur suivra dès qu’il sera joignable.</translation>
    </message>
    <message>
        <source>Type or paste at least one number.</source>
        <translation>Tapez ou collez au moins un numéro.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) are too many at once; trace up to 10,000.</source>
        <translation>
            <numerusform>%n&#xa0;numéro, c’est trop à la fois; repérez-en jusqu’à 10&#xa0;000.</numerusform>
            <numerusform>%n&#xa0;numéros, c’est trop à la fois; repérez-en jusqu’à 10&#xa0;000.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go on with the %n number(s) left</source>
        <translation>
            <numerusform>Continuer avec le %n&#xa0;numéro restant</numerusform>
            <numerusform>Continuer avec les %n&#xa0;numéros restants</numerusform>
        </translation>
    </message>
    <message>
        <source>The server cannot be reached. This is what was known {age}.</source>
        <translation>Le serveur est injoignable. Voici ce qui était connu {age}.</translation>
    </message>
    <message>
        <source>One of these is too long to be a shipment’s number.</source>
        <translation>L’un d’eux est trop long pour un numéro d’envoi.</translation>
    </message>
    <message>
        <source>The server answers from a copy for the moment. This is what the copy knew {age}.</source>
        <translation>Le serveur répond d’une copie pour le moment. Voici ce que la copie savait {age}.</translation>
    </message>
</context>
<context>
    <name>TracingSection</name>
    <message>
        <source>Autopro &amp;number</source>
        <translation>&amp;Numéro autopro</translation>
    </message>
    <message>
        <source>Tracing</source>
        <translation>Repérage</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Repérer</translation>
    </message>
    <message>
        <source>Show status, place and history of this shipment (Enter)</source>
        <translation>Afficher l’état, le lieu et l’historique de cet envoi (Entrée)</translation>
    </message>
    <message>
        <source>More tracing features</source>
        <translation>Autres options de repérage</translation>
    </message>
    <message>
        <source>Trace by other numbers, or many at once</source>
        <translation>Repérer par d’autres numéros, ou plusieurs à la fois</translation>
    </message>
    <message>
        <source>Nine digits, or paste many numbers</source>
        <translation>Neuf chiffres, ou plusieurs numéros collés</translation>
    </message>
    <message>
        <source>Trace it as another number</source>
        <translation>Le repérer comme autre numéro</translation>
    </message>
    <message>
        <source>As a bill of lading, order or pickup number</source>
        <translation>Comme numéro de connaissement, de commande ou de ramassage</translation>
    </message>
</context>
<context>
    <name>TransitCounts</name>
    <message numerus="yes">
        <source>%n service day(s)</source>
        <translation>
            <numerusform>%n jour de service</numerusform>
            <numerusform>%n jours de service</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weekend day(s)</source>
        <translation>
            <numerusform>%n jour de fin de semaine</numerusform>
            <numerusform>%n jours de fin de semaine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s)</source>
        <translation>
            <numerusform>%n destination</numerusform>
            <numerusform>%n destinations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransitTimes</name>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Service days</source>
        <translation>Jours de service</translation>
    </message>
    <message>
        <source>Pickup</source>
        <translation>Ramassage</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>Jours non comptés</translation>
    </message>
    <message>
        <source>New Year’s Day</source>
        <translation>Jour de l’An</translation>
    </message>
    <message>
        <source>Martin Luther King Jr. Day</source>
        <translation>Journée Martin Luther King</translation>
    </message>
    <message>
        <source>Family Day</source>
        <translation>Jour de la Famille</translation>
    </message>
    <message>
        <source>Louis Riel Day</source>
        <translation>Journée Louis-Riel</translation>
    </message>
    <message>
        <source>Heritage Day</source>
        <translation>Jour du Patrimoine</translation>
    </message>
    <message>
        <source>Islander Day</source>
        <translation>Fête des Insulaires</translation>
    </message>
    <message>
        <source>Washington’s Birthday</source>
        <translation>Anniversaire de Washington</translation>
    </message>
    <message>
        <source>Good Friday</source>
        <translation>Vendredi saint</translation>
    </message>
    <message>
        <source>Victoria Day</source>
        <translation>Fête de la Reine</translation>
    </message>
    <message>
        <source>National Patriots’ Day</source>
        <translation>Journée nationale des patriotes</translation>
    </message>
    <message>
        <source>Memorial Day</source>
        <translation>Jour du Souvenir (Memorial Day)</translation>
    </message>
    <message>
        <source>Juneteenth</source>
        <translation>Juneteenth</translation>
    </message>
    <message>
        <source>National Indigenous Peoples Day</source>
        <translation>Journée nationale des peuples autochtones</translation>
    </message>
    <message>
        <source>National Holiday of Quebec</source>
        <translation>Fête nationale du Québec</translation>
    </message>
    <message>
        <source>Canada Day</source>
        <translation>Fête du Canada</translation>
    </message>
    <message>
        <source>Independence Day</source>
        <translation>Fête de l’Indépendance</translation>
    </message>
    <message>
        <source>Nunavut Day</source>
        <translation>Jour du Nunavut</translation>
    </message>
    <message>
        <source>Civic Holiday</source>
        <translation>Congé civique</translation>
    </message>
    <message>
        <source>Discovery Day</source>
        <translation>Jour de la Découverte</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>Fête du Travail</translation>
    </message>
    <message>
        <source>National Day for Truth and Reconciliation</source>
        <translation>Journée nationale de la vérité et de la réconciliation</translation>
    </message>
    <message>
        <source>Thanksgiving</source>
        <translation>Action de grâce</translation>
    </message>
    <message>
        <source>Columbus Day</source>
        <translation>Jour de Christophe Colomb</translation>
    </message>
    <message>
        <source>Remembrance Day</source>
        <translation>Jour du Souvenir</translation>
    </message>
    <message>
        <source>Veterans Day</source>
        <translation>Jour des anciens combattants</translation>
    </message>
    <message>
        <source>Thanksgiving (United States)</source>
        <translation>Action de grâce (États-Unis)</translation>
    </message>
    <message>
        <source>Christmas</source>
        <translation>Noël</translation>
    </message>
    <message>
        <source>Boxing Day</source>
        <translation>Lendemain de Noël</translation>
    </message>
    <message>
        <source>public holiday</source>
        <translation>jour férié</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>fin de semaine</translation>
    </message>
    <message>
        <source>no service on this day of the week</source>
        <translation>pas de service ce jour de la semaine</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>{day}: {reason}, {place}</source>
        <translation>{day}&#xa0;: {reason}, {place}</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direct</translation>
    </message>
    <message>
        <source>with {partner}</source>
        <translation>avec {partner}</translation>
    </message>
    <message>
        <source>every working day</source>
        <translation>tous les jours ouvrables</translation>
    </message>
    <message>
        <source>{time}, local time of {city}</source>
        <translation>{time}, heure locale de {city}</translation>
    </message>
    <message>
        <source>not served</source>
        <translation>non desservi</translation>
    </message>
    <message>
        <source>not served; perhaps {places}?</source>
        <translation>non desservi; peut-être {places}?</translation>
    </message>
</context>
<context>
    <name>TransitTimesPage</name>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;Goods ready on</source>
        <translation>&amp;Marchandise prête le</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Transit times</source>
        <translation>Délais de transport</translation>
    </message>
    <message>
        <source>Postal code, or city and province: G5L 1A1, Rimouski QC</source>
        <translation>Code postal, ou ville et province&#xa0;: G5L 1A1, Rimouski QC</translation>
    </message>
    <message>
        <source>One place, or a list with one on each line (paste it, or Shift+Enter).</source>
        <translation>Un endroit, ou une liste d’un endroit par ligne (collez-la, ou Maj+Entrée).</translation>
    </message>
    <message>
        <source>Say where the goods are picked up.</source>
        <translation>Indiquez où la marchandise est ramassée.</translation>
    </message>
    <message>
        <source>Say where the goods go.</source>
        <translation>Indiquez où va la marchandise.</translation>
    </message>
    <message>
        <source>We do not pick up at “{place}”.</source>
        <translation>Nous ne ramassons pas à «&#xa0;{place}&#xa0;».</translation>
    </message>
    <message>
        <source>We do not deliver to “{place}”.</source>
        <translation>Nous ne livrons pas à «&#xa0;{place}&#xa0;».</translation>
    </message>
    <message>
        <source>Open a list of places</source>
        <translation>Ouvrir une liste d’endroits</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt)</source>
        <translation>Listes (*.csv *.txt)</translation>
    </message>
    <message>
        <source>{file} holds no list of places; choose a text or CSV file.</source>
        <translation>{file} ne contient pas de liste d’endroits; choisissez un fichier texte ou CSV.</translation>
    </message>
    <message>
        <source>The server cannot be reached. The table shows what was fetched {age}.</source>
        <translation>Le serveur est inaccessible. Le tableau affiche ce qui a été obtenu {age}.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>À partir d’un fichier…</translation>
    </message>
    <message>
        <source>{places} from {origin}, goods ready {day}; fetched {age}.</source>
        <translation>{places} au départ de {origin}, marchandise prête le {day}; obtenu {age}.</translation>
    </message>
</context>
<context>
    <name>Unsent</name>
    <message>
        <source>Personal access request for {name}, {company}</source>
        <translation>Demande d’accès personnel pour {name}, {company}</translation>
    </message>
    <message>
        <source>Message about a forgotten password from {name}, {company}</source>
        <translation>Message de {name}, {company}, au sujet d’un mot de passe oublié</translation>
    </message>
    <message>
        <source>Watch {name} (access code {code})</source>
        <translation>Surveiller {name} (code d’accès {code})</translation>
    </message>
    <message>
        <source>Stop watching {name} (access code {code})</source>
        <translation>Ne plus surveiller {name} (code d’accès {code})</translation>
    </message>
    <message>
        <source>Sent: {what}. Reference {number}</source>
        <translation>Transmis&#xa0;: {what}. Référence {number}</translation>
    </message>
    <message>
        <source>Sent: {what}</source>
        <translation>Transmis&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Not accepted: {what}. What you typed is kept; see “not sent yet” at the bottom of the window.</source>
        <translation>Refusé&#xa0;: {what}. Ce que vous avez saisi est conservé; voyez «&#xa0;à transmettre&#xa0;» au bas de la fenêtre.</translation>
    </message>
    <message>
        <source>Not sent, because its time has passed: {what}. Decide under “not sent yet” at the bottom of the window.</source>
        <translation>Non transmis, l’heure étant passée&#xa0;: {what}. Décidez sous «&#xa0;à transmettre&#xa0;» au bas de la fenêtre.</translation>
    </message>
    <message>
        <source>Bill of lading {number} for {consignee}</source>
        <translation>Connaissement {number} pour {consignee}</translation>
    </message>
    <message>
        <source>Bill of lading for {consignee}</source>
        <translation>Connaissement pour {consignee}</translation>
    </message>
    <message>
        <source>Print of labels, bill of lading {number}</source>
        <translation>Impression des étiquettes du connaissement {number}</translation>
    </message>
    <message>
        <source>Print of the bill of lading {number}</source>
        <translation>Impression du connaissement {number}</translation>
    </message>
    <message>
        <source>New address: {name}</source>
        <translation>Nouvelle adresse&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Change of an address: {name}</source>
        <translation>Modification d’une adresse&#xa0;: {name}</translation>
    </message>
    <message>
        <source>An address taken out of the book</source>
        <translation>Adresse retirée du carnet</translation>
    </message>
    <message>
        <source>New goods: {name}</source>
        <translation>Nouvelles marchandises&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Change of goods: {name}</source>
        <translation>Modification de marchandises&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Goods taken out of the list</source>
        <translation>Marchandises retirées de la liste</translation>
    </message>
    <message>
        <source>New template: {name}</source>
        <translation>Nouveau modèle&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Change of a template: {name}</source>
        <translation>Modification d’un modèle&#xa0;: {name}</translation>
    </message>
    <message>
        <source>A template taken out of the list</source>
        <translation>Modèle retiré de la liste</translation>
    </message>
    <message>
        <source>Pickup on {day} at {place}, {city}</source>
        <translation>Ramassage du {day} chez {place}, {city}</translation>
    </message>
    <message>
        <source>Notice of claim for shipment {number}</source>
        <translation>Avis de réclamation pour l’envoi {number}</translation>
    </message>
    <message>
        <source>Claim for shipment {number}</source>
        <translation>Réclamation pour l’envoi {number}</translation>
    </message>
    <message>
        <source>Inspection request for shipment {number}</source>
        <translation>Demande d’inspection pour l’envoi {number}</translation>
    </message>
    <message>
        <source>Change of pickup {number}</source>
        <translation>Modification du ramassage {number}</translation>
    </message>
    <message>
        <source>Cancellation of pickup {number}</source>
        <translation>Annulation du ramassage {number}</translation>
    </message>
    <message>
        <source>Dispute of invoice {number}</source>
        <translation>Contestation de la facture {number}</translation>
    </message>
</context>
<context>
    <name>UnsentPage</name>
    <message>
        <source>Not sent yet</source>
        <translation>À transmettre</translation>
    </message>
    <message>
        <source>Open and change</source>
        <translation>Ouvrir et modifier</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Transmettre de nouveau</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>It is being sent now.</source>
        <translation>Transmission en cours.</translation>
    </message>
    <message>
        <source>Withdrawn: it will not be sent.</source>
        <translation>Demande retirée&#xa0;: elle ne sera pas transmise.</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>Tout est transmis.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Undo the withdrawal</source>
        <translation>Annuler le retrait</translation>
    </message>
    <message>
        <source>Prepared {age}. Not accepted: {reason}</source>
        <translation>Préparée {age}. Refusée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Prepared {age}. {state}</source>
        <translation>Préparée {age}. {state}</translation>
    </message>
    <message>
        <source>We do not know whether this arrived. Call us before you send it again.</source>
        <translation>On ne peut pas savoir si elle est arrivée. Appelez-nous avant de la transmettre de nouveau.</translation>
    </message>
    <message>
        <source>Waiting until {code} signs in.</source>
        <translation>En attente d’une ouverture de session de {code}.</translation>
    </message>
    <message>
        <source>We will try again shortly.</source>
        <translation>Un nouvel essai aura lieu sous peu.</translation>
    </message>
    <message>
        <source>The connection was lost while it was being sent: it may have arrived. It cannot arrive twice.</source>
        <translation>La connexion a été perdue pendant la transmission. La demande est peut-être arrivée; elle ne peut pas arriver deux fois.</translation>
    </message>
    <message>
        <source>Waiting for the server.</source>
        <translation>En attente du serveur.</translation>
    </message>
    <message>
        <source>Withdrawn. The connection was lost while it was being sent, so it may have arrived all the same.</source>
        <translation>Demande retirée. Comme la connexion a été perdue pendant la transmission, elle est peut-être arrivée malgré tout.</translation>
    </message>
    <message>
        <source>These are safe on this computer and are sent automatically, in this order, once.</source>
        <translation>Ces demandes sont en sûreté sur cet ordinateur et seront transmises d’elles-mêmes, dans cet ordre, une seule fois.</translation>
    </message>
    <message>
        <source>Its time has passed while it waited, so it was not sent. Change it, send it again or withdraw it.</source>
        <translation>Son heure est passée pendant l’attente, cela n’a donc pas été transmis. Modifiez, transmettez de nouveau ou retirez.</translation>
    </message>
</context>
<context>
    <name>UploadArea</name>
    <message>
        <source>Autopro number</source>
        <translation>Numéro autopro</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>No shipment has this number.</source>
        <translation>Aucun envoi n’a ce numéro.</translation>
    </message>
    <message>
        <source>Empty, unreadable, or larger than {most} MB: use the drop folder for large files.</source>
        <translation>Vide, illisible ou de plus de {most}&#xa0;Mo&#xa0;: les gros fichiers vont dans le dossier de dépôt.</translation>
    </message>
    <message>
        <source>A name such as 123456789_POD.pdf says number and kind (BOL, POD, WI, INV, PHOTO, CLAIM). Files with another name take the number and the kind below.</source>
        <translation>Un nom comme 123456789_POD.pdf dit le numéro et le genre (BOL, POD, WI, INV, PHOTO, CLAIM). Les fichiers qui portent un autre nom prennent le numéro et le genre ci-dessous.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n fichier ajouté.</numerusform>
            <numerusform>%n fichiers ajoutés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) refused; the table says why.</source>
        <translation>
            <numerusform>%n fichier refusé; le tableau dit pourquoi.</numerusform>
            <numerusform>%n fichiers refusés; le tableau dit pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add these files</source>
        <translation>Ajouter ces fichiers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Files to be added, and what became of each</source>
        <translation>Fichiers à ajouter, et le résultat de chacun</translation>
    </message>
</context>
<context>
    <name>UserProfilePage</name>
    <message>
        <source>Preferred &amp;language</source>
        <translation>&amp;Langue préférée</translation>
    </message>
    <message>
        <source>Used after you sign in, on any computer. The language button still switches at once.</source>
        <translation>Utilisée après l’ouverture de session, sur tout ordinateur. Le bouton de langue agit toujours aussitôt.</translation>
    </message>
    <message>
        <source>Default &amp;e-mail</source>
        <translation>C&amp;ourriel par défaut</translation>
    </message>
    <message>
        <source>Filled in wherever something is sent to you by e-mail.</source>
        <translation>Inscrit partout où quelque chose vous est envoyé par courriel.</translation>
    </message>
    <message>
        <source>C&amp;urrent password</source>
        <translation>Mot de passe &amp;actuel</translation>
    </message>
    <message>
        <source>User profile</source>
        <translation>Profil d’utilisateur</translation>
    </message>
    <message>
        <source>Access code</source>
        <translation>Code d’accès</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Your profile is saved.</source>
        <translation>Votre profil est enregistré.</translation>
    </message>
    <message>
        <source>Enter your current password.</source>
        <translation>Entrez votre mot de passe actuel.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>{age}, valid until {date}</source>
        <translation>{age}, valable jusqu’au {date}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Modifier le mot de passe</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Entreprise</translation>
    </message>
    <message>
        <source>Your password is changed. Write the new one down in a safe place.</source>
        <translation>Votre mot de passe est modifié. Notez le nouveau en lieu sûr.</translation>
    </message>
    <message>
        <source>Notices by e-mail…</source>
        <translation>Avis par courriel…</translation>
    </message>
</context>
<context>
    <name>Version</name>
    <message>
        <source>The server is one version ahead; everything works, and an update of this program can wait.</source>
        <translation>Le serveur a une version d’avance; tout fonctionne, et la mise à jour du programme peut attendre.</translation>
    </message>
    <message>
        <source>The server is one version behind; what is new in this program works once it is updated.</source>
        <translation>Le serveur a une version de retard; les nouveautés du programme fonctionneront après sa mise à jour.</translation>
    </message>
    <message>
        <source>This program is too old for the server; some things may not work. Ask your administrator for the new one.</source>
        <translation>Ce programme est trop vieux pour le serveur; certaines choses peuvent ne pas fonctionner. Demandez le nouveau à votre administrateur.</translation>
    </message>
    <message>
        <source>The server is too old for this program; some things may not work. Ask your administrator to update it.</source>
        <translation>Le serveur est trop vieux pour ce programme; certaines choses peuvent ne pas fonctionner. Demandez à votre administrateur de le mettre à jour.</translation>
    </message>
</context>
<context>
    <name>WatchListSection</name>
    <message>
        <source>Watch list</source>
        <translation>Liste de surveillance</translation>
    </message>
    <message>
        <source>Open a shipment and choose Watch: what happens to it then shows up here.</source>
        <translation>Ouvrez un envoi et choisissez Surveiller&#xa0;: ce qui lui arrive apparaîtra ici.</translation>
    </message>
    <message>
        <source>Sign in to watch shipments.</source>
        <translation>Ouvrez une session pour surveiller des envois.</translation>
    </message>
    <message>
        <source>Show all ({count})</source>
        <translation>Tout afficher ({count})</translation>
    </message>
    <message>
        <source>Notices…</source>
        <translation>Avis…</translation>
    </message>
    <message>
        <source>{number} · noted</source>
        <translation>{number} · noté</translation>
    </message>
    <message>
        <source>{number} · not known yet</source>
        <translation>{number} · pas encore connu</translation>
    </message>
    <message>
        <source>{line}, changed</source>
        <translation>{line}, a changé</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>An access code has 3 to 32 letters, digits, dots, dashes or underscores, without accents.</source>
        <translation>Un code d’accès compte de 3 à 32&#xa0;lettres, chiffres, points, tirets ou traits de soulignement, sans accents.</translation>
    </message>
    <message>
        <source>This access code exists already. Choose another.</source>
        <translation>Ce code d’accès existe déjà. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The password must not contain the access code. Choose another.</source>
        <translation>Le mot de passe ne doit pas contenir le code d’accès. Choisissez-en un autre.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Connect to a server</source>
        <translation>Se connecter à un serveur</translation>
    </message>
    <message>
        <source>Your administrator or the carrier gave you its address.</source>
        <translation>Votre administrateur ou le transporteur vous en a donné l’adresse.</translation>
    </message>
    <message>
        <source>Welcome to Online Services</source>
        <translation>Bienvenue aux Services en ligne</translation>
    </message>
    <message>
        <source>Everything is ready. These codes are shown once; note one down.</source>
        <translation>Tout est prêt. Ces codes ne sont affichés qu’une fois; notez-en un.</translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation>Comment souhaitez-vous commencer?</translation>
    </message>
    <message>
        <source>The file {file} is there but cannot be read as a database, so nothing is written to it. Put a copy back, or move the file away, and start again.</source>
        <translation>Le fichier {file} existe, mais ne peut être lu comme base de données; rien n’y est donc écrit. Remettez une copie en place ou déplacez le fichier, puis redémarrez.</translation>
    </message>
    <message>
        <source>There is data on this computer already, so nothing was added to it. Choose again.</source>
        <translation>Il y a déjà des données sur cet ordinateur; rien n’y a donc été ajouté. Choisissez de nouveau.</translation>
    </message>
</context>
<context>
    <name>_ServiceCard</name>
    <message>
        <source>Locked: sign in to open</source>
        <translation>Verrouillé&#xa0;: ouvrez une session pour y accéder</translation>
    </message>
    <message>
        <source>{service}, locked</source>
        <translation>{service}, verrouillé</translation>
    </message>
</context>
</TS>
