; SPDX-License-Identifier: MIT
; Inno Setup script for Windows. Written for it and not tried there:
;   python dev.py build, then  iscc /DVersion=0.1.0 resources\packaging\onlinesvc-desktop.iss
[Setup]
AppId={{7C1F0B52-6E0B-4E6B-9C9E-0D6A4C6B7B10}
AppName=Online Services
AppVersion={#Version}
AppPublisher=Rivière-Nord Transport
DefaultDirName={autopf}\Online Services
DefaultGroupName=Online Services
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir=..\..\dist
OutputBaseFilename=onlinesvc-desktop-{#Version}-setup
SourceDir=..\..\dist\onlinesvc-desktop
LicenseFile=_internal\LICENSE
Compression=lzma2
SolidCompression=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[CustomMessages]
en.Program=Online Services
fr.Program=Services en ligne

[Files]
Source: "*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\{cm:Program}"; Filename: "{app}\onlinesvc-desktop.exe"
Name: "{autodesktop}\{cm:Program}"; Filename: "{app}\onlinesvc-desktop.exe"

[Run]
Filename: "{app}\onlinesvc-desktop.exe"; Flags: postinstall nowait skipifsilent
