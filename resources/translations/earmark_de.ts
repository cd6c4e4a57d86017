<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Earmark</source>
        <translation>Über Earmark</translation>
    </message>
    <message>
        <source>Earmark {version}</source>
        <translation>Earmark {version}</translation>
    </message>
    <message>
        <source>Tag and search your own sound library in plain words, on your own machine. Nothing you hear, tag or search leaves this computer.</source>
        <translation>Die eigene Klangbibliothek verschlagworten und mit einfachen Worten durchsuchen, auf dem eigenen Rechner. Nichts davon verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
    <message>
        <source>Google; the network of the bundled embedder that hears</source>
        <translation>Google; der Teil des mitgelieferten Netzes, der hört</translation>
    </message>
    <message>
        <source>the network of the bundled embedder that reads words</source>
        <translation>der Teil des mitgelieferten Netzes, der Wörter liest</translation>
    </message>
    <message>
        <source>LAION; the embedders that can be downloaded</source>
        <translation>LAION; die Netze zum Herunterladen</translation>
    </message>
    <message>
        <source>categories and CatIDs</source>
        <translation>Kategorien und CatIDs</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>das Fenster</translation>
    </message>
    <message>
        <source>the computing</source>
        <translation>das Rechnen</translation>
    </message>
    <message>
        <source>reading sound files</source>
        <translation>das Lesen der Klangdateien</translation>
    </message>
    <message>
        <source>playing them</source>
        <translation>das Abspielen</translation>
    </message>
    <message>
        <source>the library</source>
        <translation>die Bibliothek</translation>
    </message>
    <message>
        <source>the icons</source>
        <translation>die Symbole</translation>
    </message>
    <message>
        <source>the typeface</source>
        <translation>die Schrift</translation>
    </message>
    <message>
        <source>Your library</source>
        <translation>Die Bibliothek</translation>
    </message>
    <message>
        <source>Your vocabularies</source>
        <translation>Eigene Vokabulare</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Show in the file manager: {name}</source>
        <translation>Im Dateimanager zeigen: {name}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Export and import</source>
        <translation>Export und Import</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>{trouble} Until then the bundled embedder listens.</source>
        <translation>{trouble} Bis dahin hört das mitgelieferte Netz.</translation>
    </message>
</context>
<context>
    <name>BrokenVocabularies</name>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Vocabularies...</source>
        <translation>Vokabulare...</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Abschalten</translation>
    </message>
    <message>
        <source>Switch off “{name}”</source>
        <translation>„{name}“ abschalten</translation>
    </message>
    <message>
        <source>The vocabulary “{title}” cannot be read, and none of its tags apply: {reason}</source>
        <translation>Das Vokabular „{title}“ kann nicht gelesen werden, und keines seiner Schlagwörter gilt: {reason}</translation>
    </message>
    <message>
        <source>The vocabulary “{title}” is active and its file is not there. {reason}</source>
        <translation>Das Vokabular „{title}“ ist aktiv, und seine Datei ist nicht da. {reason}</translation>
    </message>
    <message>
        <source>Of “{title}”, another file is used than your own, which cannot be: {reason}</source>
        <translation>Für „{title}“ wird eine andere Datei benutzt als die eigene, die nicht benutzt werden kann: {reason}</translation>
    </message>
    <message>
        <source>The tags of “{title}” apply to nothing. {reason}</source>
        <translation>Die Schlagwörter von „{title}“ gelten für nichts. {reason}</translation>
    </message>
</context>
<context>
    <name>CatIdEditor</name>
    <message>
        <source>CatID of {name}</source>
        <translation>CatID von {name}</translation>
    </message>
</context>
<context>
    <name>CatIdLine</name>
    <message>
        <source>UCS:</source>
        <translation>UCS:</translation>
    </message>
    <message>
        <source>{name}: {percent} % probable. A click gives the sound this tag.</source>
        <translation>{name}: {percent} % wahrscheinlich. Ein Klick gibt dem Klang dieses Schlagwort.</translation>
    </message>
    <message>
        <source>So does Enter in the empty line above.</source>
        <translation>Das tut auch die Eingabetaste in der leeren Zeile darüber.</translation>
    </message>
    <message>
        <source>File under {name}</source>
        <translation>Unter {name} einordnen</translation>
    </message>
</context>
<context>
    <name>ChangeLine</name>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Filter {text}; Delete takes it away</source>
        <translation>Filter {text}; Entf nimmt ihn weg</translation>
    </message>
    <message>
        <source>{text}
Click to change it</source>
        <translation>{text}
Zum Ändern klicken</translation>
    </message>
    <message>
        <source>Take away {text}</source>
        <translation>{text} wegnehmen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>not {filter}</source>
        <translation>nicht {filter}</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between the alternatives of a filter</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>folder: {value}</source>
        <translation>Ordner: {value}</translation>
    </message>
    <message>
        <source>tag: {value}</source>
        <translation>Schlagwort: {value}</translation>
    </message>
    <message>
        <source>length: {value}</source>
        <translation>Länge: {value}</translation>
    </message>
    <message>
        <source>format: {value}</source>
        <translation>Format: {value}</translation>
    </message>
    <message>
        <source>name: {value}</source>
        <translation>Name: {value}</translation>
    </message>
    <message>
        <source>rating: {value}</source>
        <translation>Bewertung: {value}</translation>
    </message>
    <message>
        <source>is {value}</source>
        <translation>ist {value}</translation>
    </message>
    <message>
        <source>collection: {value}</source>
        <translation>Sammlung: {value}</translation>
    </message>
    <message>
        <source>note: {value}</source>
        <translation>Notiz: {value}</translation>
    </message>
    <message>
        <source>warning: {value}</source>
        <translation>Warnung: {value}</translation>
    </message>
    <message>
        <source>BPM: {value}</source>
        <translation>BPM: {value}</translation>
    </message>
    <message>
        <source>key: {value}</source>
        <translation>Tonart: {value}</translation>
    </message>
    <message>
        <source>kind: {value}</source>
        <translation>Art: {value}</translation>
    </message>
    <message>
        <source>LUFS: {value}</source>
        <translation>LUFS: {value}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}: {value}</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>like {name}</source>
        <translation>wie {name}</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message numerus="yes">
        <source>Rate %Ln sound(s)</source>
        <translation>
            <numerusform>%Ln Klang bewerten</numerusform>
            <numerusform>%Ln Klänge bewerten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln sound(s) favourites</source>
        <translation>
            <numerusform>%Ln Klang als Favorit merken</numerusform>
            <numerusform>%Ln Klänge als Favoriten merken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln sound(s) favourites no longer</source>
        <translation>
            <numerusform>%Ln Klang nicht mehr als Favorit merken</numerusform>
            <numerusform>%Ln Klänge nicht mehr als Favoriten merken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln Klang</numerusform>
            <numerusform>%Ln Klänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note on %Ln sound(s)</source>
        <translation>
            <numerusform>Notiz zu %Ln Klang</numerusform>
            <numerusform>Notiz zu %Ln Klängen</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename a collection</source>
        <translation>Sammlung umbenennen</translation>
    </message>
    <message>
        <source>Delete a collection</source>
        <translation>Sammlung löschen</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln sound(s) out of a collection</source>
        <translation>
            <numerusform>%Ln Klang aus einer Sammlung nehmen</numerusform>
            <numerusform>%Ln Klänge aus einer Sammlung nehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected sounds are in no collection.</source>
        <translation>Die ausgewählten Klänge sind in keiner Sammlung.</translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln sound(s) into a collection</source>
        <translation>
            <numerusform>%Ln Klang in eine Sammlung legen</numerusform>
            <numerusform>%Ln Klänge in eine Sammlung legen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for copies...</source>
        <translation>Kopien werden gesucht...</translation>
    </message>
    <message>
        <source>Select at most {most} sounds to open them.</source>
        <translation>Zum Öffnen höchstens {most} Klänge auswählen.</translation>
    </message>
    <message>
        <source>a program for this kind of file</source>
        <translation>ein Programm für diese Art von Datei</translation>
    </message>
    <message>
        <source>“{}” could not be started: choose another editor in the preferences.</source>
        <translation>„{}“ ließ sich nicht starten: in den Einstellungen einen anderen Editor wählen.</translation>
    </message>
    <message>
        <source>The file is no longer there: rescan its folder.</source>
        <translation>Die Datei ist nicht mehr da: ihren Ordner neu einlesen.</translation>
    </message>
    <message>
        <source>None of these sounds has been listened to yet: wait until they have been, and try again.</source>
        <translation>Keiner dieser Klänge ist schon angehört: warten, bis sie es sind, und noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>CollectingActions</name>
    <message>
        <source>Collecting</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Keine Bewertung</translation>
    </message>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation>
            <numerusform>Mit %n Stern bewerten</numerusform>
            <numerusform>Mit %n Sternen bewerten</numerusform>
        </translation>
    </message>
    <message>
        <source>Note...</source>
        <translation>Notiz...</translation>
    </message>
    <message>
        <source>Add to a collection...</source>
        <translation>In eine Sammlung legen...</translation>
    </message>
    <message>
        <source>Take out of a collection...</source>
        <translation>Aus einer Sammlung nehmen...</translation>
    </message>
    <message>
        <source>Show duplicates</source>
        <translation>Doppelte zeigen</translation>
    </message>
    <message>
        <source>Fold copies into one row</source>
        <translation>Kopien in eine Zeile falten</translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation>Im Editor öffnen</translation>
    </message>
</context>
<context>
    <name>CollectionPanel</name>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>Drop sounds here.</source>
        <translation>Klänge hierher ziehen.</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Export as playlist...</source>
        <translation>Als Wiedergabeliste exportieren...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie am Anfang</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
</context>
<context>
    <name>Commanding</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>ConflictModel</name>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tag “{name}”</source>
        <translation>Schlagwort „{name}“</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>“{label}”: {count} of {total} are taken for what they are ({share}).</source>
        <translation>„{label}“: {count} von {total} werden für das gehalten, was sie sind ({share}).</translation>
    </message>
    <message>
        <source>“{label}”: {count} of {total} are taken for “{other}” ({share}).</source>
        <translation>„{label}“: {count} von {total} werden für „{other}“ gehalten ({share}).</translation>
    </message>
    <message>
        <source>Sounds that are “{label}”</source>
        <translation>Klänge, die „{label}“ sind</translation>
    </message>
    <message>
        <source>Sounds taken for “{label}”</source>
        <translation>Klänge, die für „{label}“ gehalten werden</translation>
    </message>
</context>
<context>
    <name>ContradictorySounds</name>
    <message>
        <source>Sounds with labels that contradict each other</source>
        <translation>Klänge mit Bezeichnungen, die einander widersprechen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>And also</source>
        <translation>Und auch</translation>
    </message>
    <message>
        <source>What the same recording is called elsewhere.</source>
        <translation>Wie dieselbe Aufnahme anderswo heißt.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Earmark met an error</source>
        <translation>In Earmark ist ein Fehler aufgetreten</translation>
    </message>
    <message>
        <source>Something went wrong that Earmark did not expect.</source>
        <translation>Etwas ist schiefgegangen, womit Earmark nicht gerechnet hat.</translation>
    </message>
    <message>
        <source>Your audio files are untouched and what was saved is safe. You can go on; if this happens again, please report it with the text below. Nothing is sent by itself.</source>
        <translation>Die Klangdateien sind unberührt, und was gespeichert war, ist sicher. Es kann weitergehen; geschieht es wieder, bitte mit dem Text unten melden. Von selbst wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Open log folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Con&amp;tinue</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>Embedders</name>
    <message>
        <source>Bundled with Earmark; small, quick, everyday sounds</source>
        <translation>Gehört zu Earmark; klein, schnell, Alltagsklänge</translation>
    </message>
    <message>
        <source>Your own checkpoint</source>
        <translation>Eigenes Modell</translation>
    </message>
    <message>
        <source>CLAP, for sounds of any length</source>
        <translation>CLAP, für Klänge jeder Länge</translation>
    </message>
    <message>
        <source>Everyday sounds, effects and ambiences; hears long recordings as a whole.</source>
        <translation>Alltagsklänge, Effekte und Atmosphären; hört lange Aufnahmen im Ganzen.</translation>
    </message>
    <message>
        <source>CLAP, for short sounds</source>
        <translation>CLAP, für kurze Klänge</translation>
    </message>
    <message>
        <source>Everyday sounds and effects up to ten seconds; hears only the middle of longer ones.</source>
        <translation>Alltagsklänge und Effekte bis zehn Sekunden; hört von längeren nur die Mitte.</translation>
    </message>
    <message>
        <source>Larger CLAP, general</source>
        <translation>Größeres CLAP, allgemein</translation>
    </message>
    <message>
        <source>Sounds, music and speech together; slower, and hears only the middle of long sounds.</source>
        <translation>Klänge, Musik und Sprache zusammen; langsamer, hört von langen Klängen nur die Mitte.</translation>
    </message>
    <message>
        <source>Larger CLAP, music and speech</source>
        <translation>Größeres CLAP, Musik und Sprache</translation>
    </message>
    <message>
        <source>Instruments, loops and voices; slower, and hears only the middle of long sounds.</source>
        <translation>Instrumente, Loops und Stimmen; langsamer, hört von langen Klängen nur die Mitte.</translation>
    </message>
</context>
<context>
    <name>Embedding</name>
    <message>
        <source>{name} is on this computer now, and gets ready.</source>
        <translation>{name} ist jetzt auf diesem Computer und macht sich bereit.</translation>
    </message>
    <message>
        <source>The download is stopped; another time it goes on from there.</source>
        <translation>Der Download ist angehalten; ein andermal geht er von dort weiter.</translation>
    </message>
    <message>
        <source>{name} cannot take over, and the present network serves on: {reason}</source>
        <translation>{name} kann nicht übernehmen, das jetzige Netz bleibt: {reason}</translation>
    </message>
    <message>
        <source>{name} has heard every sound: it tags and searches from now on.</source>
        <translation>{name} hat alle Klänge gehört: von jetzt an verschlagwortet und sucht dieses Netz.</translation>
    </message>
</context>
<context>
    <name>Evaluating</name>
    <message>
        <source>A folder whose sub-folders are labels</source>
        <translation>Ein Ordner, dessen Unterordner Bezeichnungen sind</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv)</source>
        <translation>Tabellen (*.csv *.tsv)</translation>
    </message>
    <message>
        <source>A table of paths and labels</source>
        <translation>Eine Tabelle mit Pfaden und Bezeichnungen</translation>
    </message>
    <message>
        <source>The evaluation of “{name}” is done.</source>
        <translation>Die Prüfung von „{name}“ ist fertig.</translation>
    </message>
    <message>
        <source>The evaluation could not be finished; the log says more.</source>
        <translation>Die Prüfung konnte nicht beendet werden; das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>Another network listens now: evaluate again to see how it does.</source>
        <translation>Jetzt hört ein anderes Netz: Noch einmal prüfen, um zu sehen, wie gut es ist.</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Web page (*.html);;Data (*.json)</source>
        <translation>Webseite (*.html);;Daten (*.json)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation>Es gibt schon eine Datei {name}.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The report was saved as {path}.</source>
        <translation>Der Bericht wurde als {path} gespeichert.</translation>
    </message>
    <message>
        <source>The report cannot be saved ({reason}): choose another place.</source>
        <translation>Der Bericht kann nicht gespeichert werden ({reason}): einen anderen Ort wählen.</translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message>
        <source>{number}%</source>
        <comment>a share; some languages put a space in front</comment>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>Your decisions</source>
        <translation>Eigene Urteile</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln sound(s) got the right label first; between {low} and {high} in 95 of 100 such trials.</source>
        <translation>
            <numerusform>von %Ln Klang bekam die richtige Bezeichnung zuerst; zwischen {low} und {high} in 95 von 100 solchen Versuchen.</numerusform>
            <numerusform>von %Ln Klängen bekamen die richtige Bezeichnung zuerst; zwischen {low} und {high} in 95 von 100 solchen Versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>between {low} and {high} in 95 of 100 such trials</source>
        <translation>zwischen {low} und {high} in 95 von 100 solchen Versuchen</translation>
    </message>
    <message>
        <source>{labels} labels: guessing would give {share}.</source>
        <translation>{labels} Bezeichnungen: Raten ergäbe {share}.</translation>
    </message>
    <message>
        <source>Some have several labels: mean average precision {value} ({low} to {high} in 95 of 100 such trials).</source>
        <translation>Manche haben mehrere Bezeichnungen: mean average precision {value} ({low} bis {high} in 95 von 100 solchen Versuchen).</translation>
    </message>
    <message>
        <source>These are only few sounds, so do not trust the figure far.</source>
        <translation>Das sind nur wenige Klänge, die Zahl sagt also wenig.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be heard</source>
        <translation>
            <numerusform>%Ln kann nicht angehört werden</numerusform>
            <numerusform>%Ln können nicht angehört werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not there</source>
        <translation>
            <numerusform>%Ln ist nicht da</numerusform>
            <numerusform>%Ln sind nicht da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no label</source>
        <translation>
            <numerusform>%Ln hat keine Bezeichnung</numerusform>
            <numerusform>%Ln haben keine Bezeichnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are no sounds by their names</source>
        <translation>
            <numerusform>%Ln ist dem Namen nach kein Klang</numerusform>
            <numerusform>%Ln sind dem Namen nach keine Klänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) cannot be read</source>
        <translation>
            <numerusform>%Ln Ordner kann nicht gelesen werden</numerusform>
            <numerusform>%Ln Ordner können nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: {parts}.</source>
        <translation>Ausgelassen: {parts}.</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln decision(s) of yours are what the tags say, too; between {low} and {high} in 95 of 100 such trials.</source>
        <translation>
            <numerusform>von %Ln Urteil sagt auch das Schlagwort; zwischen {low} und {high} in 95 von 100 solchen Versuchen.</numerusform>
            <numerusform>von %Ln Urteilen sagen auch die Schlagwörter; zwischen {low} und {high} in 95 von 100 solchen Versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{tags} tags on {sounds} sounds.</source>
        <translation>{tags} Schlagwörter an {sounds} Klängen.</translation>
    </message>
    <message>
        <source>By the prompts alone it would be {share}.</source>
        <translation>Nach den Prompts allein wären es {share}.</translation>
    </message>
    <message>
        <source>Without learning it would be {share}.</source>
        <translation>Ohne das Gelernte wären es {share}.</translation>
    </message>
    <message>
        <source>Often you judge what is doubtful: over the whole library the figures are others.</source>
        <translation>Beurteilt wird oft, was zweifelhaft ist: Für die ganze Bibliothek sind die Zahlen andere.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) left out: their sounds are gone.</source>
        <translation>
            <numerusform>%Ln Urteil ausgelassen: Sein Klang ist fort.</numerusform>
            <numerusform>%Ln Urteile ausgelassen: Ihre Klänge sind fort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Judged too seldom to be tried (accepted/rejected): {names}</source>
        <translation>Zu selten beurteilt, um geprüft zu werden (angenommen/abgelehnt): {names}</translation>
    </message>
    <message>
        <source>The label alone</source>
        <translation>Die Bezeichnung allein</translation>
    </message>
    <message>
        <source>The prompts of your vocabularies</source>
        <translation>Die Prompts der Vokabulare</translation>
    </message>
    <message>
        <source>All of these together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>as tags</source>
        <translation>wie Schlagwörter</translation>
    </message>
    <message>
        <source>as in publications</source>
        <translation>wie in Veröffentlichungen</translation>
    </message>
    <message>
        <source>worse beyond chance</source>
        <translation>schlechter, kein Zufall</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>kann Zufall sein</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>wie sie sind</translation>
    </message>
    <message>
        <source>noise 20 dB below the sound</source>
        <translation>Rauschen 20 dB unter dem Klang</translation>
    </message>
    <message>
        <source>noise 10 dB below the sound</source>
        <translation>Rauschen 10 dB unter dem Klang</translation>
    </message>
    <message>
        <source>noise as loud as the sound</source>
        <translation>Rauschen so laut wie der Klang</translation>
    </message>
    <message>
        <source>music under it</source>
        <translation>Musik darunter</translation>
    </message>
    <message>
        <source>as over a telephone</source>
        <translation>wie durch ein Telefon</translation>
    </message>
    <message>
        <source>8 kHz sample rate</source>
        <translation>Abtastrate 8 kHz</translation>
    </message>
    <message>
        <source>16 kHz sample rate</source>
        <translation>Abtastrate 16 kHz</translation>
    </message>
    <message>
        <source>MP3 at 48 kbit/s</source>
        <translation>MP3 mit 48 kbit/s</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>übersteuert</translation>
    </message>
    <message>
        <source>in a reverberant room</source>
        <translation>in einem halligen Raum</translation>
    </message>
    <message>
        <source>10 dB quieter</source>
        <translation>10 dB leiser</translation>
    </message>
    <message>
        <source>the first second only</source>
        <translation>nur die erste Sekunde</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>etwa %Ln Minute</numerusform>
            <numerusform>etwa %Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min</source>
        <translation>etwa {hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>EvaluationForm</name>
    <message>
        <source>A folder whose sub-folders are the labels</source>
        <translation>Ein Ordner mit Unterordnern als Bezeichnungen</translation>
    </message>
    <message>
        <source>A table (CSV) of paths and labels</source>
        <translation>Eine Tabelle (CSV): Pfade und Bezeichnungen</translation>
    </message>
    <message>
        <source>What you said about tags in the library</source>
        <translation>Die eigenen Urteile über Schlagwörter</translation>
    </message>
    <message>
        <source>Folder or table</source>
        <translation>Ordner oder Tabelle</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Each sub-folder is a label, and all sounds in it have that label; a number in front of its name does not count. A folder of ESC-50, UrbanSound8K or FSD50K is taken as it is.</source>
        <translation>Jeder Unterordner ist eine Bezeichnung, die für alle Klänge darin gilt; eine Nummer vor seinem Namen zählt nicht. Ein Ordner von ESC-50, UrbanSound8K oder FSD50K wird genommen, wie er ist.</translation>
    </message>
    <message>
        <source>My sounds
    001 - Dog bark
        a.wav
        b.wav
    002 - Wind
        c.wav</source>
        <translation>Meine Klänge
    001 - Dog bark
        a.wav
        b.wav
    002 - Wind
        c.wav</translation>
    </message>
    <message>
        <source>A line of column names, then a line a sound: its path, from the table&apos;s folder on, and its label, or several with ; between them.</source>
        <translation>Eine Zeile mit den Namen der Spalten, dann je Klang eine Zeile: sein Pfad, vom Ordner der Tabelle aus, und seine Bezeichnung, oder mehrere mit ; dazwischen.</translation>
    </message>
    <message>
        <source>path,label
dogs/a.wav,dog bark
storms/c.wav,wind;rain</source>
        <translation>path,label
hunde/a.wav,dog bark
sturm/c.wav,wind;rain</translation>
    </message>
    <message>
        <source>Each tag that you accepted or rejected on several sounds is compared with your word, by its prompts alone and with what it learned from you, always on sounds that it did not learn from.</source>
        <translation>Jedes Schlagwort, das bei mehreren Klängen angenommen oder abgelehnt wurde, wird mit diesen Urteilen verglichen, nach seinen Prompts allein und mit dem Gelernten, immer an Klängen, aus denen es nicht gelernt hat.</translation>
    </message>
    <message>
        <source>Take sounds of your own of which you know what they are: Earmark listens to them without being told, and you see how often it is right.
Nothing is added to the library, and no file is changed.</source>
        <translation>Eigene Klänge nehmen, von denen bekannt ist, was sie sind: Earmark hört sie an, ohne es zu erfahren, und hier steht, wie oft es recht hat.
Nichts kommt in die Bibliothek, und keine Datei wird geändert.</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Evaluation</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save report...</source>
        <translation>Bericht speichern...</translation>
    </message>
    <message>
        <source>Evaluate others</source>
        <translation>Andere prüfen</translation>
    </message>
    <message>
        <source>Last results</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>How good is it on your sounds?</source>
        <translation>Wie gut ist es bei eigenen Klängen?</translation>
    </message>
    <message>
        <source>“{name}”, heard by {embedder}</source>
        <translation>„{name}“, angehört von {embedder}</translation>
    </message>
    <message>
        <source>Getting ready...</source>
        <translation>Wird vorbereitet...</translation>
    </message>
    <message>
        <source>Hearing worse versions: {done} of {total}</source>
        <translation>Hört schlechtere Fassungen: {done} von {total}</translation>
    </message>
    <message>
        <source>Hearing sounds: {done} of {total}</source>
        <translation>Hört Klänge: {done} von {total}</translation>
    </message>
    <message>
        <source>Measuring noise: {done} of {total}</source>
        <translation>Rauschen wird gemessen: {done} von {total}</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>Vergleicht...</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} pro Sekunde</translation>
    </message>
</context>
<context>
    <name>EvaluationResults</name>
    <message>
        <source>Labels</source>
        <translation>Bezeichnungen</translation>
    </message>
    <message>
        <source>How each label fares. Figures of a handful of sounds say little.</source>
        <translation>Wie es bei jeder Bezeichnung steht. Zahlen aus einer Handvoll Klängen sagen wenig.</translation>
    </message>
    <message>
        <source>Most wrong</source>
        <translation>Am falschesten</translation>
    </message>
    <message>
        <source>The sounds that are most confidently wrong. Arrow keys and Space play them: who is right?</source>
        <translation>Die Klänge, bei denen es sich am sichersten irrt. Pfeil- und Leertaste spielen sie: Wer hat recht?</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>The same recording under labels of which only one can be right. Listen, then put the file right (Ctrl+Enter shows it).</source>
        <translation>Dieselbe Aufnahme unter Bezeichnungen, von denen nur eine stimmen kann. Anhören, dann die Datei richtigstellen (Strg+Eingabe zeigt sie).</translation>
    </message>
    <message>
        <source>Noisiest</source>
        <translation>Am stärksten verrauscht</translation>
    </message>
    <message>
        <source>The noisiest recordings: the hardest to recognise, and often not what their label says.</source>
        <translation>Die am stärksten verrauschten Aufnahmen: am schwersten zu erkennen, und oft nicht das, was ihre Bezeichnung sagt.</translation>
    </message>
    <message>
        <source>Mix-ups</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>A row is what sounds are, a column what they are taken for; on the diagonal they are right.</source>
        <translation>Eine Zeile ist, was Klänge sind, eine Spalte, wofür sie gehalten werden; auf der Diagonale stimmt es.</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>The same labels put into words in several ways. The figure above is that of the best, chosen on these same sounds, so it is a little too good.</source>
        <translation>Dieselben Bezeichnungen, verschieden in Worte gefasst. Die Zahl oben ist die der besten Art, an denselben Klängen gewählt, also etwas zu gut.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Whether something right is among the first answers: sounds for a label, labels for a sound.</source>
        <translation>Ob unter den ersten Antworten eine richtige ist: Klänge zu einer Bezeichnung, Bezeichnungen zu einem Klang.</translation>
    </message>
    <message>
        <source>Worse recordings</source>
        <translation>Schlechtere Aufnahmen</translation>
    </message>
    <message>
        <source>What is left when the same sounds are noisy, clipped, cut short, or come over a telephone.</source>
        <translation>Was übrig bleibt, wenn dieselben Klänge verrauscht, übersteuert oder gekürzt sind oder durch ein Telefon kommen.</translation>
    </message>
</context>
<context>
    <name>EventActions</name>
    <message>
        <source>What happens when</source>
        <translation>Was wann geschieht</translation>
    </message>
    <message>
        <source>Show when tags apply</source>
        <translation>Zeigen, wann Schlagwörter zutreffen</translation>
    </message>
    <message>
        <source>Export events as Audacity labels...</source>
        <translation>Ereignisse als Textmarken für Audacity exportieren...</translation>
    </message>
    <message>
        <source>Export events as REAPER regions...</source>
        <translation>Ereignisse als Regionen für REAPER exportieren...</translation>
    </message>
    <message>
        <source>Export events as a table (CSV)...</source>
        <translation>Ereignisse als Tabelle (CSV) exportieren...</translation>
    </message>
    <message>
        <source>Export events as JSON...</source>
        <translation>Ereignisse als JSON exportieren...</translation>
    </message>
</context>
<context>
    <name>EventLane</name>
    <message>
        <source>When tags apply</source>
        <translation>Wann Schlagwörter zutreffen</translation>
    </message>
    <message>
        <source>No tag applies anywhere in this sound.</source>
        <translation>In diesem Klang trifft nirgends ein Schlagwort zu.</translation>
    </message>
    <message>
        <source>{tag}, {start} to {end}, score {score}</source>
        <translation>{tag}, {start} bis {end}, Wertung {score}</translation>
    </message>
    <message>
        <source>A click makes it the region.</source>
        <translation>Ein Klick macht es zum Bereich.</translation>
    </message>
    <message>
        <source>Left and Right go from one to the next and make it the region.</source>
        <translation>Links und Rechts gehen von einem zum nächsten und machen es zum Bereich.</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Lists of tags (*.json *.csv *.txt)</source>
        <translation>Listen von Schlagwörtern (*.json *.csv *.txt)</translation>
    </message>
    <message>
        <source>Export tags</source>
        <translation>Schlagwörter exportieren</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Playlists (*.m3u8 *.m3u)</source>
        <translation>Wiedergabelisten (*.m3u8 *.m3u)</translation>
    </message>
    <message>
        <source>Export a collection as playlist</source>
        <translation>Sammlung als Wiedergabeliste exportieren</translation>
    </message>
    <message>
        <source>There is no collection yet.</source>
        <translation>Es gibt noch keine Sammlung.</translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation>Es gibt schon eine Datei {name}.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): choose another place.</source>
        <translation>{path} kann nicht geschrieben werden ({reason}): einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Writing {name}...</source>
        <translation>{name} wird geschrieben...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) written to {path}.</source>
        <translation>
            <numerusform>%Ln Klang in {path} geschrieben.</numerusform>
            <numerusform>%Ln Klänge in {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) with a line break in the name cannot stand in a playlist; rename them: {first}</source>
        <translation>
            <numerusform>%Ln Klang mit einem Zeilenumbruch im Namen kann in keiner Wiedergabeliste stehen; er muss anders heißen: {first}</numerusform>
            <numerusform>%Ln Klänge mit einem Zeilenumbruch im Namen können in keiner Wiedergabeliste stehen; sie müssen anders heißen, zuerst {first}</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {name}...</source>
        <translation>{name} wird gelesen...</translation>
    </message>
    <message>
        <source>Lists and playlists (*.json *.csv *.txt *.tsv *.m3u8 *.m3u)</source>
        <translation>Listen und Wiedergabelisten (*.json *.csv *.txt *.tsv *.m3u8 *.m3u)</translation>
    </message>
    <message>
        <source>Import tags</source>
        <translation>Schlagwörter importieren</translation>
    </message>
    <message>
        <source>Import the sidecars of a folder</source>
        <translation>Begleitdateien eines Ordners importieren</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} Dateien</translation>
    </message>
    <message>
        <source>nothing that was not known here already</source>
        <translation>nichts, was hier nicht schon bekannt war</translation>
    </message>
    <message>
        <source>{name} was imported: {what}.</source>
        <translation>{name} wurde importiert: {what}.</translation>
    </message>
    <message>
        <source>“{step}” was taken back: {what}.</source>
        <translation>„{step}“ wurde zurückgenommen: {what}.</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>{name} importieren</translation>
    </message>
</context>
<context>
    <name>ExchangingActions</name>
    <message>
        <source>Export and import</source>
        <translation>Export und Import</translation>
    </message>
    <message>
        <source>Export tags...</source>
        <translation>Schlagwörter exportieren...</translation>
    </message>
    <message>
        <source>Import tags...</source>
        <translation>Schlagwörter importieren...</translation>
    </message>
    <message>
        <source>Write sidecars beside the sounds...</source>
        <translation>Begleitdateien neben die Klänge schreiben...</translation>
    </message>
    <message>
        <source>Import the sidecars of a folder...</source>
        <translation>Begleitdateien eines Ordners importieren...</translation>
    </message>
    <message>
        <source>Export a collection as playlist...</source>
        <translation>Sammlung als Wiedergabeliste exportieren...</translation>
    </message>
</context>
<context>
    <name>Exclusions</name>
    <message>
        <source>Patterns left out</source>
        <translation>Ausgelassene Muster</translation>
    </message>
    <message>
        <source>New pattern</source>
        <translation>Neues Muster</translation>
    </message>
    <message>
        <source>New pattern, for example Backup or *.mp3</source>
        <translation>Neues Muster, zum Beispiel Backup oder *.mp3</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
</context>
<context>
    <name>FileFields</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation>Unterkategorie</translation>
    </message>
    <message>
        <source>CatID</source>
        <translation>CatID</translation>
    </message>
    <message>
        <source>FX name</source>
        <translation>FX-Name</translation>
    </message>
    <message>
        <source>User category</source>
        <translation>Eigene Kategorie</translation>
    </message>
    <message>
        <source>Vendor category</source>
        <translation>Kategorie des Anbieters</translation>
    </message>
    <message>
        <source>Creator ID</source>
        <translation>Urheber-ID</translation>
    </message>
    <message>
        <source>Source ID</source>
        <translation>Quellen-ID</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Perspektive</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonart</translation>
    </message>
    <message>
        <source>Copyright</source>
        <translation>Copyright</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>The iXML in this file is damaged; what is shown is what could be read.</source>
        <translation>Das iXML in dieser Datei ist beschädigt; gezeigt wird, was zu lesen war.</translation>
    </message>
    <message>
        <source>The iXML in this file is of a kind that cannot be read; what is shown stands beside it.</source>
        <translation>Das iXML in dieser Datei ist von einer Art, die nicht zu lesen ist; gezeigt wird, was daneben steht.</translation>
    </message>
    <message>
        <source>What stands in this file could not be read. Earmark tries again at its next start.</source>
        <translation>Was in dieser Datei steht, war nicht zu lesen. Earmark versucht es beim nächsten Start noch einmal.</translation>
    </message>
    <message>
        <source>Embedded in the file&apos;s name</source>
        <translation>Steht im Namen der Datei</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>ihr Name</translation>
    </message>
    <message>
        <source>Written by Earmark into the file: {places}</source>
        <translation>Von Earmark in die Datei geschrieben: {places}</translation>
    </message>
    <message>
        <source>Embedded in the file: {places}</source>
        <translation>Steht in der Datei: {places}</translation>
    </message>
</context>
<context>
    <name>FileWord</name>
    <message>
        <source>Click to list all sounds whose files say so.</source>
        <translation>Klicken zeigt alle Klänge, deren Dateien das sagen.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Searching...</source>
        <translation>Suche läuft...</translation>
    </message>
    <message>
        <source>like {name}</source>
        <translation>wie {name}</translation>
    </message>
    <message>
        <source>Comparing the sounds with each other...</source>
        <translation>Die Klänge werden miteinander verglichen...</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>ein Klang</translation>
    </message>
</context>
<context>
    <name>FindingActions</name>
    <message>
        <source>Finding</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find similar sounds</source>
        <translation>Ähnliche Klänge finden</translation>
    </message>
    <message>
        <source>Why this sound?</source>
        <translation>Warum dieser Klang?</translation>
    </message>
    <message>
        <source>Weigh the parts of the search</source>
        <translation>Teile der Suche gewichten</translation>
    </message>
    <message>
        <source>Show sounds with warnings</source>
        <translation>Klänge mit Warnungen zeigen</translation>
    </message>
    <message>
        <source>Save the present search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Forget the earlier searches</source>
        <translation>Frühere Suchen vergessen</translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation>Pfade kopieren</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
</context>
<context>
    <name>FindingTable</name>
    <message>
        <source>How often something right is among the first {count}.</source>
        <translation>Wie oft unter den ersten {count} etwas Richtiges ist.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Looking for</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>First {count}</source>
        <translation>Erste {count}</translation>
    </message>
    <message>
        <source>mAP@10</source>
        <translation>mAP@10</translation>
    </message>
    <message>
        <source>How near to the top the right ones are among the first ten; 1 is perfect.</source>
        <translation>Wie weit oben die richtigen unter den ersten zehn stehen; 1 ist vollkommen.</translation>
    </message>
    <message>
        <source>sounds by a label</source>
        <translation>Klänge zu einer Bezeichnung</translation>
    </message>
    <message>
        <source>Each label is searched for: are its sounds among the first?</source>
        <translation>Jede Bezeichnung wird gesucht: Sind ihre Klänge unter den ersten?</translation>
    </message>
    <message>
        <source>labels of a sound</source>
        <translation>Bezeichnungen eines Klangs</translation>
    </message>
    <message>
        <source>Each sound is compared with all labels: are its own among the first?</source>
        <translation>Jeder Klang wird mit allen Bezeichnungen verglichen: Sind seine unter den ersten?</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Add a folder with sounds</source>
        <translation>Ordner mit Klängen hinzufügen</translation>
    </message>
    <message>
        <source>Drop one here, or choose it below; everything in it is included.
Earmark listens to each sound once, tags it, and finds it by your words.
All of that happens on this computer, and your files are never changed.</source>
        <translation>Einen hierher ziehen oder unten wählen; alles darin gehört dazu.
Earmark hört jeden Klang einmal an, verschlagwortet ihn und findet ihn mit Worten.
All das geschieht auf diesem Computer, und die Dateien werden nie verändert.</translation>
    </message>
    <message>
        <source>Add a folder...</source>
        <translation>Ordner hinzufügen...</translation>
    </message>
    <message>
        <source>Open the demonstration sounds</source>
        <translation>Beispielklänge öffnen</translation>
    </message>
</context>
<context>
    <name>FolderPanel</name>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>Der Bibliothek einen Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>This folder has moved...</source>
        <translation>Dieser Ordner ist umgezogen...</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Aus der Bibliothek entfernen</translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation>Die Dateien bleiben, wo sie sind.</translation>
    </message>
</context>
<context>
    <name>FolderTreeModel</name>
    <message>
        <source>All sounds</source>
        <translation>Alle Klänge</translation>
    </message>
    <message numerus="yes">
        <source>{folder}, %Ln sound(s)</source>
        <translation>
            <numerusform>{folder}, %Ln Klang</numerusform>
            <numerusform>{folder}, %Ln Klänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder}, %Ln sound(s), offline</source>
        <translation>
            <numerusform>{folder}, %Ln Klang, nicht erreichbar</numerusform>
            <numerusform>{folder}, %Ln Klänge, nicht erreichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder cannot be reached. Is its drive plugged in?</source>
        <translation>Dieser Ordner ist nicht erreichbar. Ist sein Laufwerk angeschlossen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) are missing; they come back by themselves when their files do.</source>
        <translation>
            <numerusform>%Ln Klang fehlt; er kommt von selbst zurück, sobald seine Datei wieder da ist.</numerusform>
            <numerusform>%Ln Klänge fehlen; sie kommen von selbst zurück, sobald ihre Dateien wieder da sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Happening</name>
    <message>
        <source>Events (*{suffix})</source>
        <translation>Ereignisse (*{suffix})</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation>Es gibt schon eine Datei {name}.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Listening for events...</source>
        <translation>Ereignisse werden gesucht...</translation>
    </message>
    <message>
        <source>The events were saved as {path}.</source>
        <translation>Die Ereignisse wurden als {path} gespeichert.</translation>
    </message>
    <message>
        <source>The events cannot be saved as {path} ({reason}): choose another place.</source>
        <translation>Die Ereignisse lassen sich nicht als {path} speichern ({reason}): einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The tags are not ready yet: try again in a moment.</source>
        <translation>Die Schlagwörter sind noch nicht bereit: gleich noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>“{step}” was not undone: {reason}</source>
        <translation>„{step}“ ließ sich nicht zurücknehmen: {reason}</translation>
    </message>
    <message>
        <source>“{step}” was not done again: {reason}</source>
        <translation>„{step}“ ließ sich nicht wiederholen: {reason}</translation>
    </message>
</context>
<context>
    <name>Housekeeping</name>
    <message>
        <source>Drop folders here: single files are not added.</source>
        <translation>Ordner hierher ziehen: einzelne Dateien werden nicht hinzugefügt.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is offline: what is known of its %Ln sound(s) is kept.</source>
        <translation>
            <numerusform>„{name}“ ist nicht erreichbar: Was von seinem Klang bekannt ist, bleibt erhalten (%Ln).</numerusform>
            <numerusform>„{name}“ ist nicht erreichbar: Was von seinen %Ln Klängen bekannt ist, bleibt erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline: {names}. What is known of their sounds is kept.</source>
        <translation>Nicht erreichbar: {names}. Was von ihren Klängen bekannt ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Add a folder with sounds</source>
        <translation>Ordner mit Klängen hinzufügen</translation>
    </message>
    <message>
        <source>Where is “{}” now?</source>
        <translation>Wo ist „{}“ jetzt?</translation>
    </message>
</context>
<context>
    <name>HousekeepingActions</name>
    <message>
        <source>Library and window</source>
        <translation>Bibliothek und Fenster</translation>
    </message>
    <message>
        <source>Add a folder...</source>
        <translation>Ordner hinzufügen...</translation>
    </message>
    <message>
        <source>Rescan all folders</source>
        <translation>Alle Ordner neu einlesen</translation>
    </message>
    <message>
        <source>Find a command...</source>
        <translation>Befehl suchen...</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Preferences...</source>
        <translation>Einstellungen...</translation>
    </message>
    <message>
        <source>About Earmark</source>
        <translation>Über Earmark</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Theme like the system</source>
        <translation>Design wie das System</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Design</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkles Design</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import tags</source>
        <translation>Schlagwörter importieren</translation>
    </message>
    <message>
        <source>&amp;Keep all</source>
        <translation>Alle &amp;behalten</translation>
    </message>
    <message>
        <source>&amp;Replace all</source>
        <translation>Alle &amp;ersetzen</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) of the list are in the library.</source>
        <translation>
            <numerusform>%Ln Klang der Liste ist in der Bibliothek.</numerusform>
            <numerusform>%Ln Klänge der Liste sind in der Bibliothek.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sounds here have names of the list, but other audio: tick those that are the same.</source>
        <translation>Klänge hier heißen wie in der Liste, sind aber anderes Audio: die ankreuzen, die dieselben sind.</translation>
    </message>
    <message>
        <source>Of no sound of this list it is certain which one here it is.</source>
        <translation>Bei keinem Klang dieser Liste ist sicher, welcher hier es ist.</translation>
    </message>
    <message>
        <source>No sound of this list can be heard here.</source>
        <translation>Kein Klang dieser Liste konnte hier gehört werden.</translation>
    </message>
    <message>
        <source>No sound of this list is in the library: add their folder first.</source>
        <translation>Kein Klang dieser Liste ist in der Bibliothek: zuerst ihren Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>Nothing in this list can be understood.</source>
        <translation>Nichts in dieser Liste ist zu verstehen.</translation>
    </message>
    <message>
        <source>The list is empty: no sound is in it.</source>
        <translation>Die Liste ist leer: Kein Klang steht darin.</translation>
    </message>
    <message>
        <source>Nothing would be added.</source>
        <translation>Nichts käme hinzu.</translation>
    </message>
    <message>
        <source>Nothing would be added: all of it is known here.</source>
        <translation>Nichts käme hinzu: Alles ist hier bekannt.</translation>
    </message>
    <message>
        <source>Found by name only ({count})</source>
        <translation>Nur am Namen erkannt ({count})</translation>
    </message>
    <message>
        <source>Several of that name ({count})</source>
        <translation>Mehrere dieses Namens ({count})</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Stichwort</translation>
    </message>
    <message>
        <source>What was said here stays, but for the lines that are ticked.</source>
        <translation>Was hier gesagt ist, bleibt, außer in den angekreuzten Zeilen.</translation>
    </message>
    <message>
        <source>Ticked lines are taken for the same sound. Of the others the list says that it is other audio.</source>
        <translation>Angekreuzte Zeilen gelten als derselbe Klang. Von den anderen sagt die Liste, dass es anderes Audio ist.</translation>
    </message>
    <message>
        <source>Found by name only</source>
        <translation>Nur am Namen erkannt</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Eintrag {number}</translation>
    </message>
    <message>
        <source>This would be taken over: {what}.</source>
        <translation>Übernommen würden: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keyword(s) of another program are tags here, and count as accepted.</source>
        <translation>
            <numerusform>%Ln Stichwort eines anderen Programms ist hier ein Schlagwort und gilt als angenommen.</numerusform>
            <numerusform>%Ln Stichwörter eines anderen Programms sind hier Schlagwörter und gelten als angenommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns that mean nothing here: {names}.</source>
        <translation>Spalten, die hier nichts bedeuten: {names}.</translation>
    </message>
    <message>
        <source>Contradictions ({count})</source>
        <translation>Widersprüche ({count})</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Not understood ({count})</source>
        <translation>Nicht verstanden ({count})</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Not in the library ({count})</source>
        <translation>Nicht in der Bibliothek ({count})</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Not heard ({count})</source>
        <translation>Nicht gehört ({count})</translation>
    </message>
    <message>
        <source>Unknown tags ({count})</source>
        <translation>Unbekannte Schlagwörter ({count})</translation>
    </message>
    <message>
        <source>Unknown keywords ({count})</source>
        <translation>Unbekannte Stichwörter ({count})</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message numerus="yes">
        <source>%Ln decision(s) on tags</source>
        <translation>
            <numerusform>%Ln Urteil über Schlagwörter</numerusform>
            <numerusform>%Ln Urteile über Schlagwörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ratings, favourites and notes on %Ln sound(s)</source>
        <translation>
            <numerusform>Bewertungen, Favoriten und Notizen zu %Ln Klang</numerusform>
            <numerusform>Bewertungen, Favoriten und Notizen zu %Ln Klängen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) in collections</source>
        <translation>
            <numerusform>%Ln Eintrag in Sammlungen</numerusform>
            <numerusform>%Ln Einträge in Sammlungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InFile</name>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>italics: by Earmark</source>
        <translation>kursiv: von Earmark</translation>
    </message>
    <message>
        <source>What stands in italics was written into the file by Earmark.</source>
        <translation>Was kursiv steht, hat Earmark in die Datei geschrieben.</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>IndexStatus</name>
    <message>
        <source>Progress of indexing</source>
        <translation>Fortschritt des Anhörens</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>Download abbrechen</translation>
    </message>
    <message>
        <source>Progress of the new network</source>
        <translation>Fortschritt des neuen Netzes</translation>
    </message>
    <message>
        <source>Use the new network at once</source>
        <translation>Das neue Netz sofort benutzen</translation>
    </message>
    <message>
        <source>Keep the present network</source>
        <translation>Das jetzige Netz behalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln Klang</numerusform>
            <numerusform>%Ln Klänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %Ln selected</source>
        <translation>
            <numerusform> · %Ln ausgewählt</numerusform>
            <numerusform> · %Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln Problem</numerusform>
            <numerusform>%Ln Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what could not be done, why, and what helps</source>
        <translation>Zeigen, was nicht ging, warum, und was hilft</translation>
    </message>
    <message numerus="yes">
        <source>Looking through “{folder}”: %Ln file(s)</source>
        <translation>
            <numerusform>„{folder}“ wird durchgesehen: %Ln Datei</numerusform>
            <numerusform>„{folder}“ wird durchgesehen: %Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>{name} gets ready</source>
        <translation>{name} macht sich bereit</translation>
    </message>
    <message>
        <source>{name}: {progress}</source>
        <translation>{name}: {progress}</translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <translation>Weiter anhören</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>Anhören anhalten</translation>
    </message>
    <message>
        <source>Listening to {number} of {total}</source>
        <translation>Anhören: {number} von {total}</translation>
    </message>
    <message>
        <source>Listening for moments: {number} of {total}</source>
        <translation>Stellen anhören: {number} von {total}</translation>
    </message>
    <message>
        <source>Measuring sounds: {number} of {total}</source>
        <translation>Klänge werden gemessen: {number} von {total}</translation>
    </message>
    <message>
        <source>Downloading {name}: {done} of {total} MB</source>
        <translation>{name} wird geladen: {done} von {total} MB</translation>
    </message>
    <message>
        <source>{speed} MB/s</source>
        <translation>{speed} MB/s</translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Labels</source>
        <translation>Bezeichnungen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Sounds that have the label.</source>
        <translation>Klänge mit dieser Bezeichnung.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Of the sounds for which this label came first, so many have it.</source>
        <translation>Von den Klängen, bei denen diese Bezeichnung vorn lag, haben so viele sie.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Of the sounds that have this label, so many got it first.</source>
        <translation>Von den Klängen mit dieser Bezeichnung bekamen so viele sie zuerst.</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>Average precision: how near to the top its sounds stand when all sounds are in the order of this label; 1 is perfect.</source>
        <translation>Mittlere Genauigkeit (average precision): wie weit oben ihre Klänge stehen, wenn alle nach dieser Bezeichnung geordnet sind; 1 ist vollkommen.</translation>
    </message>
    <message>
        <source>Mostly taken for</source>
        <translation>Meist gehalten für</translation>
    </message>
    <message>
        <source>The label that its sounds most often get in its place.</source>
        <translation>Die Bezeichnung, die ihre Klänge am häufigsten an ihrer Stelle bekommen.</translation>
    </message>
    <message>
        <source>By the words</source>
        <translation>Wegen der Worte</translation>
    </message>
    <message>
        <source>The prompt of that other label that fits these sounds best: it is to blame.</source>
        <translation>Der Prompt jener anderen Bezeichnung, der am besten zu diesen Klängen passt: Er ist schuld.</translation>
    </message>
</context>
<context>
    <name>LearningTable</name>
    <message>
        <source>What was learned</source>
        <translation>Gelerntes</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Decisions of yours that the tags come to.</source>
        <translation>Urteile, zu denen auch die Schlagwörter kommen.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Mean average precision over all tags.</source>
        <translation>Mean average precision über alle Schlagwörter.</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Gewissheit</translation>
    </message>
    <message>
        <source>without learning</source>
        <translation>ohne das Gelernte</translation>
    </message>
    <message>
        <source>by the prompts alone</source>
        <translation>nach den Prompts allein</translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation>kein Zufall</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>kann Zufall sein</translation>
    </message>
    <message>
        <source>with what they learned</source>
        <translation>mit dem Gelernten</translation>
    </message>
</context>
<context>
    <name>ListeningActions</name>
    <message>
        <source>Listening</source>
        <translation>Vorhören</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Play from the start, or from the moment found</source>
        <translation>Vom Anfang oder von der gefundenen Stelle an abspielen</translation>
    </message>
    <message>
        <source>Play from the start of the file</source>
        <translation>Vom Anfang der Datei an abspielen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Slower and lower</source>
        <translation>Langsamer und tiefer</translation>
    </message>
    <message>
        <source>Faster and higher</source>
        <translation>Schneller und höher</translation>
    </message>
    <message>
        <source>Speed as recorded</source>
        <translation>Tempo der Aufnahme</translation>
    </message>
    <message>
        <source>Play sounds when they are selected</source>
        <translation>Klänge beim Auswählen abspielen</translation>
    </message>
    <message>
        <source>Play on down the list</source>
        <translation>Die Liste weiterspielen</translation>
    </message>
    <message>
        <source>Play all sounds equally loud</source>
        <translation>Alle Klänge gleich laut abspielen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Mehr Werkzeuge</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>MarkerTicks</name>
    <message>
        <source>Click to play from here.</source>
        <translation>Klicken spielt ab hier.</translation>
    </message>
    <message>
        <source>Marker {number}</source>
        <translation>Marker {number}</translation>
    </message>
</context>
<context>
    <name>MarkerWord</name>
    <message>
        <source>Click to play from here.</source>
        <translation>Klicken spielt ab hier.</translation>
    </message>
    <message>
        <source>Find sounds with this marker</source>
        <translation>Klänge mit diesem Marker suchen</translation>
    </message>
</context>
<context>
    <name>Measured</name>
    <message>
        <source>{tempo} BPM</source>
        <translation>{tempo} BPM</translation>
    </message>
    <message>
        <source>Tempo: {value}</source>
        <translation>Tempo: {value}</translation>
    </message>
    <message>
        <source>Single note: {note}, {hertz} Hz</source>
        <translation>Einzelner Ton: {note}, {hertz} Hz</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>Loop</translation>
    </message>
    <message>
        <source>one-shot</source>
        <translation>One-Shot</translation>
    </message>
    <message>
        <source>Kind: {value}</source>
        <translation>Art: {value}</translation>
    </message>
    <message>
        <source>Loudness of the whole sound (ITU-R BS.1770): {value}</source>
        <translation>Lautheit des ganzen Klangs (ITU-R BS.1770): {value}</translation>
    </message>
    <message>
        <source>below {level} LUFS</source>
        <translation>unter {level} LUFS</translation>
    </message>
    <message>
        <source>True peak, between the samples: {value}</source>
        <translation>True Peak, zwischen den Abtastwerten: {value}</translation>
    </message>
    <message>
        <source>Over full scale: players and other programs may cut it off. Turn it down to be safe.</source>
        <translation>Über Vollaussteuerung: Abspieler und andere Programme können es abschneiden. Zur Sicherheit leiser machen.</translation>
    </message>
    <message>
        <source>Key: {note} major</source>
        <translation>Tonart: {note}-Dur</translation>
    </message>
    <message>
        <source>Key: {note} minor</source>
        <translation>Tonart: {note}-Moll</translation>
    </message>
    <message>
        <source>Key: {note} sharp major</source>
        <translation>Tonart: {note} Kreuz, Dur</translation>
    </message>
    <message>
        <source>Key: {note} sharp minor</source>
        <translation>Tonart: {note} Kreuz, Moll</translation>
    </message>
    <message>
        <source>{note} sharp {octave}</source>
        <translation>{note} Kreuz {octave}</translation>
    </message>
    <message>
        <source>band-limited</source>
        <translation>bandbegrenzt</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>übersteuert</translation>
    </message>
    <message>
        <source>near-silent</source>
        <translation>fast still</translation>
    </message>
    <message>
        <source>low level</source>
        <translation>niedriger Pegel</translation>
    </message>
    <message>
        <source>DC offset</source>
        <translation>Gleichanteil</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>verrauscht</translation>
    </message>
    <message>
        <source>fake stereo</source>
        <translation>unechtes Stereo</translation>
    </message>
    <message>
        <source>dropouts</source>
        <translation>Aussetzer</translation>
    </message>
    <message>
        <source>Nothing wrong was found in this recording.</source>
        <translation>An dieser Aufnahme ist kein Mangel gefunden worden.</translation>
    </message>
    <message>
        <source>Recorded over a narrow band: tags are less certain here.</source>
        <translation>Mit schmalem Band aufgenommen: Schlagwörter sind hier weniger sicher.</translation>
    </message>
    <message>
        <source>Its peaks are cut off: tags are less certain here.</source>
        <translation>Spitzen sind abgeschnitten: Schlagwörter sind hier weniger sicher.</translation>
    </message>
    <message numerus="yes">
        <source>Clipped: %Ln sample(s) lie where peaks were cut off, which is heard as distortion.</source>
        <translation>
            <numerusform>Übersteuert: %Ln Abtastwert liegt, wo Spitzen abgeschnitten wurden; das ist als Verzerrung zu hören.</numerusform>
            <numerusform>Übersteuert: %Ln Abtastwerte liegen, wo Spitzen abgeschnitten wurden; das ist als Verzerrung zu hören.</numerusform>
        </translation>
    </message>
    <message>
        <source>Low level: its highest peak lies at {peak} dBTP.</source>
        <translation>Niedriger Pegel: Die höchste Spitze liegt bei {peak} dBTP.</translation>
    </message>
    <message numerus="yes">
        <source>Fake stereo: its %Ln channel(s) hold one signal: the same, at other volumes, or in one of them only.</source>
        <translation>
            <numerusform>Unechtes Stereo: %Ln Kanal enthält ein Signal: überall dasselbe, verschieden laut oder nur in einem.</numerusform>
            <numerusform>Unechtes Stereo: Die %Ln Kanäle enthalten ein einziges Signal: überall dasselbe, verschieden laut oder nur in einem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hardly anything but silence: tags are less certain here.</source>
        <translation>Kaum etwas außer Stille: Schlagwörter sind hier weniger sicher.</translation>
    </message>
    <message>
        <source>Recorded very low: tags are less certain here.</source>
        <translation>Sehr leise aufgenommen: Schlagwörter sind hier weniger sicher.</translation>
    </message>
    <message>
        <source>Much noise beside the sound: tags are less certain here.</source>
        <translation>Viel Rauschen neben dem Klang: Schlagwörter sind hier weniger sicher.</translation>
    </message>
    <message>
        <source>Look for the original: no processing brings back what is missing.</source>
        <translation>Das Original suchen: Was fehlt, bringt keine Bearbeitung zurück.</translation>
    </message>
    <message>
        <source>Look for a take at a lower level, or mend it with a declipper; turning it down does not help.</source>
        <translation>Eine leiser ausgesteuerte Aufnahme suchen oder mit einem Declipper ausbessern; leiser stellen hilft nicht.</translation>
    </message>
    <message>
        <source>Check that it is the right file, and cut the silence away if you need what is in it.</source>
        <translation>Prüfen, ob es die richtige Datei ist, und die Stille wegschneiden, wenn gebraucht wird, was darin ist.</translation>
    </message>
    <message>
        <source>Raise it in an editor, or have all sounds played equally loud; its noise comes up with it.</source>
        <translation>In einem Editor anheben oder alle Klänge gleich laut spielen lassen; das Rauschen kommt mit hoch.</translation>
    </message>
    <message>
        <source>Take it out with a high-pass filter below 20 Hz: it costs headroom, and cuts in it click.</source>
        <translation>Mit einem Hochpass unter 20 Hz entfernen: Er kostet Aussteuerung, und Schnitte knacken.</translation>
    </message>
    <message>
        <source>Reduce the noise in an editor, or look for a cleaner take.</source>
        <translation>Das Rauschen in einem Editor verringern oder eine sauberere Aufnahme suchen.</translation>
    </message>
    <message>
        <source>Nothing is wrong with how it sounds; saved in mono it takes less room.</source>
        <translation>Am Klang ist nichts falsch; in Mono gespeichert braucht er weniger Platz.</translation>
    </message>
    <message>
        <source>Copy the file from its source again, or mend the gaps in an editor.</source>
        <translation>Die Datei noch einmal von ihrer Quelle kopieren oder die Lücken in einem Editor ausbessern.</translation>
    </message>
    <message>
        <source>Band-limited: its sample rate of {rate} holds nothing above {limit}.</source>
        <translation>Bandbegrenzt: Die Abtastrate von {rate} fasst nichts über {limit}.</translation>
    </message>
    <message>
        <source>Band-limited: there is nothing above {bandwidth}, though the file has room up to {limit}. It went through a telephone, a low bitrate or a lower sample rate.</source>
        <translation>Bandbegrenzt: Über {bandwidth} ist nichts, obwohl die Datei bis {limit} reicht. Der Klang ging durch ein Telefon, eine niedrige Bitrate oder eine niedrigere Abtastrate.</translation>
    </message>
    <message>
        <source>Near-silent: only {share} of it is louder than {level} dBFS.</source>
        <translation>Fast still: Nur {share} davon ist lauter als {level} dBFS.</translation>
    </message>
    <message>
        <source>DC offset: the wave lies {share} of full scale off its middle.</source>
        <translation>Gleichanteil: Die Welle liegt um {share} der Vollaussteuerung neben ihrer Mitte.</translation>
    </message>
    <message>
        <source>Noisy: the sound stands about {ratio} dB above its noise.</source>
        <translation>Verrauscht: Der Klang liegt etwa {ratio} dB über seinem Rauschen.</translation>
    </message>
    <message numerus="yes">
        <source>Dropouts: in %Ln place(s) samples are missing in the middle of the sound.</source>
        <translation>
            <numerusform>Aussetzer: An %Ln Stelle fehlen mitten im Klang Abtastwerte.</numerusform>
            <numerusform>Aussetzer: An %Ln Stellen fehlen mitten im Klang Abtastwerte.</numerusform>
        </translation>
    </message>
    <message>
        <source>{number}%</source>
        <comment>a share; some languages put a space in front</comment>
        <translation>{number}&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>Repair...</source>
        <translation>Reparieren...</translation>
    </message>
    <message>
        <source>Restore the backup...</source>
        <translation>Sicherung zurückholen...</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>There is no backup any more.</source>
        <translation>Es gibt keine Sicherung mehr.</translation>
    </message>
    <message>
        <source>Put the backup of {day} in the place of this library? The window closes for that and opens again. The present library is kept as a file of its own.</source>
        <translation>Die Sicherung vom {day} an die Stelle dieser Bibliothek setzen? Das Fenster schließt sich dafür und öffnet sich wieder. Die jetzige Bibliothek wird als eigene Datei aufbewahrt.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Repair the library now? What can be saved is saved, what is lost is taken from the newest backup, and the damaged file is kept. The window closes for that and opens again.</source>
        <translation>Die Bibliothek jetzt reparieren? Was zu retten ist, wird gerettet, Verlorenes aus der neuesten Sicherung ergänzt und die beschädigte Datei aufbewahrt. Das Fenster schließt sich dafür und öffnet sich wieder.</translation>
    </message>
    <message>
        <source>The library in {folder} is damaged and cannot be opened. Repair it now? What can be saved is saved, what is lost is taken from the newest backup, and the damaged file is kept.</source>
        <translation>Die Bibliothek in {folder} ist beschädigt und lässt sich nicht öffnen. Jetzt reparieren? Was zu retten ist, wird gerettet, Verlorenes aus der neuesten Sicherung ergänzt und die beschädigte Datei aufbewahrt.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Mending the library failed in a way that nobody expected: the log in {folder} says more.</source>
        <translation>Beim Reparieren der Bibliothek ging etwas schief, womit niemand gerechnet hat: das Protokoll in {folder} sagt mehr.</translation>
    </message>
    <message>
        <source>The library is being mended...</source>
        <translation>Die Bibliothek wird wiederhergestellt...</translation>
    </message>
    <message>
        <source>Nothing is wrong with the library any more: nothing was changed.</source>
        <translation>Mit der Bibliothek ist alles wieder in Ordnung: Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing could be read in the damaged library, and there is no backup that can be: it is kept as {file}, and you begin with an empty one.</source>
        <translation>In der beschädigten Bibliothek war nichts mehr zu lesen, und eine lesbare Sicherung gibt es nicht: Sie wird als {file} aufbewahrt, und eine leere tritt an ihre Stelle.</translation>
    </message>
    <message>
        <source>The library is repaired: {rows}. The damaged file is kept as {file}.</source>
        <translation>Die Bibliothek ist repariert: {rows}. Die beschädigte Datei wird als {file} aufbewahrt.</translation>
    </message>
    <message>
        <source>The library is repaired: {rows}. Of these from the backup of {day}: {from_backup}. The damaged file is kept as {file}.</source>
        <translation>Die Bibliothek ist repariert: {rows}. Davon aus der Sicherung vom {day}: {from_backup}. Die beschädigte Datei wird als {file} aufbewahrt.</translation>
    </message>
    <message>
        <source>Perhaps some of these had been undone: {rows}.</source>
        <translation>Einiges davon war vielleicht rückgängig gemacht worden: {rows}.</translation>
    </message>
    <message>
        <source>Part of the file could not be read: ratings, notes, tags and collections may be lost; there is no backup.</source>
        <translation>Ein Teil der Datei war nicht lesbar: Bewertungen, Notizen, Schlagwörter und Sammlungen sind vielleicht verloren; es gibt keine Sicherung.</translation>
    </message>
    <message>
        <source>Part of the file could not be read: ratings, notes, tags and collections that were given since the backup of {day} may be lost.</source>
        <translation>Ein Teil der Datei war nicht lesbar: Bewertungen, Notizen, Schlagwörter und Sammlungen seit der Sicherung vom {day} sind vielleicht verloren.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln Ordner</numerusform>
            <numerusform>%Ln Ordner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pattern(s) to leave out</source>
        <translation>
            <numerusform>%Ln Muster zum Auslassen</numerusform>
            <numerusform>%Ln Muster zum Auslassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln Klang</numerusform>
            <numerusform>%Ln Klänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag decision(s)</source>
        <translation>
            <numerusform>%Ln Entscheidung über ein Schlagwort</numerusform>
            <numerusform>%Ln Entscheidungen über Schlagwörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) with a rating or note</source>
        <translation>
            <numerusform>%Ln Klang mit Bewertung oder Notiz</numerusform>
            <numerusform>%Ln Klänge mit Bewertung oder Notiz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln collection(s)</source>
        <translation>
            <numerusform>%Ln Sammlung</numerusform>
            <numerusform>%Ln Sammlungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) in collections</source>
        <translation>
            <numerusform>%Ln Klang in Sammlungen</numerusform>
            <numerusform>%Ln Klänge in Sammlungen</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The backup of {day} is back: {rows}.</source>
        <translation>Die Sicherung vom {day} ist zurück: {rows}.</translation>
    </message>
    <message>
        <source>The backup of {day} is back: {rows}. The library that was in its place is kept as {file}.</source>
        <translation>Die Sicherung vom {day} ist zurück: {rows}. Die Bibliothek, die an ihrer Stelle war, wird als {file} aufbewahrt.</translation>
    </message>
    <message>
        <source>Newer backups were passed over, because they are damaged: {days}.</source>
        <translation>Neuere Sicherungen wurden übergangen, weil sie beschädigt sind: {days}.</translation>
    </message>
    <message>
        <source>What was computed from your sounds was damaged and is kept as {file}: the sounds are listened to again. Nothing that you made is hurt by that.</source>
        <translation>Was aus den Klängen berechnet wurde, war beschädigt und wird als {file} aufbewahrt: Die Klänge werden noch einmal angehört. Nichts Selbstgemachtes ist davon berührt.</translation>
    </message>
    <message>
        <source>None of the backups can be read: nothing was changed.</source>
        <translation>Keine der Sicherungen ist lesbar: Es wurde nichts geändert.</translation>
    </message>
</context>
<context>
    <name>MistakenTags</name>
    <message>
        <source>Tags put on other sounds</source>
        <translation>Schlagwörter an anderen Klängen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Put on</source>
        <translation>Steht an</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>By the words</source>
        <translation>Wegen der Worte</translation>
    </message>
    <message>
        <source>The prompt of the tag that fits these sounds best: it is to blame.</source>
        <translation>Der Prompt des Schlagworts, der am besten zu diesen Klängen passt: Er ist schuld.</translation>
    </message>
</context>
<context>
    <name>MixSliders</name>
    <message>
        <source>Weights of the parts of the search</source>
        <translation>Gewichte der Teile der Suche</translation>
    </message>
    <message>
        <source>Weight of the example</source>
        <translation>Gewicht des Beispiels</translation>
    </message>
    <message>
        <source>Weight of the words</source>
        <translation>Gewicht der Wörter</translation>
    </message>
    <message>
        <source>Weight of the words with a minus</source>
        <translation>Gewicht der Wörter mit Minus</translation>
    </message>
    <message>
        <source>Weigh the parts as usual</source>
        <translation>Wie üblich gewichten</translation>
    </message>
</context>
<context>
    <name>NameMatchModel</name>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
</context>
<context>
    <name>NoisyRecordings</name>
    <message>
        <source>Find the noisiest</source>
        <translation>Am stärksten verrauschte finden</translation>
    </message>
    <message>
        <source>The noise in the pauses of each sound is measured, which may take a while.</source>
        <translation>Das Rauschen in den Pausen jedes Klangs wird gemessen, was eine Weile dauern kann.</translation>
    </message>
    <message numerus="yes">
        <source>Of these %Ln sound(s), {right} got the right label first.</source>
        <translation>
            <numerusform>Von diesem %Ln Klang bekamen {right} zuerst die richtige Bezeichnung.</numerusform>
            <numerusform>Von diesen %Ln Klängen bekamen {right} zuerst die richtige Bezeichnung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more sound(s) have no pause to hear noise in.</source>
        <translation>
            <numerusform>%Ln weiterer Klang hat keine Pause, in der Rauschen zu hören wäre.</numerusform>
            <numerusform>%Ln weitere Klänge haben keine Pause, in der Rauschen zu hören wäre.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoisySounds</name>
    <message>
        <source>The noisiest sounds</source>
        <translation>Die am stärksten verrauschten Klänge</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>By how much the sound is louder than the noise in its pauses, by estimate.</source>
        <translation>Um wie viel der Klang lauter ist als das Rauschen in seinen Pausen, geschätzt.</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Gehalten für</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>A larger network hears more finely, and slower. {title}: {megabytes} MB, {licence}. {good_for}</source>
        <translation>Ein größeres Netz hört feiner und langsamer. {title}: {megabytes} MB, {licence}. {good_for}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Do not offer this again</source>
        <translation>Nicht mehr anbieten</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>Download fortsetzen</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>“{name}” is no longer in the library; its files are untouched.</source>
        <translation>„{name}“ ist nicht mehr in der Bibliothek; die Dateien sind unberührt.</translation>
    </message>
    <message>
        <source>Remove the folder “{name}”</source>
        <translation>Ordner „{name}“ entfernen</translation>
    </message>
</context>
<context>
    <name>PlayableTable</name>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
</context>
<context>
    <name>PlayerControls</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Speed as recorded</source>
        <translation>Tempo der Aufnahme</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>Position and length</source>
        <translation>Stelle und Länge</translation>
    </message>
    <message>
        <source>{loudness} · {gain} dB</source>
        <translation>{loudness} · {gain} dB</translation>
    </message>
    <message>
        <source>Loudness of the whole sound (ITU-R BS.1770); it peaks at {peak} dBFS.</source>
        <translation>Lautheit des ganzen Klangs (ITU-R BS.1770); seine höchste Spitze liegt bei {peak} dBFS.</translation>
    </message>
    <message>
        <source>Loudness of the whole sound (ITU-R BS.1770), and by how much it is played louder or quieter to match others; it peaks at {peak} dBFS.</source>
        <translation>Lautheit des ganzen Klangs (ITU-R BS.1770), und um wie viel er zum Angleichen lauter oder leiser gespielt wird; seine höchste Spitze liegt bei {peak} dBFS.</translation>
    </message>
    <message>
        <source>{format} · clips</source>
        <translation>{format} · übersteuert</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>PlayerPanel</name>
    <message>
        <source>Choose a sound to see and hear it.</source>
        <translation>Einen Klang wählen, um ihn zu sehen und zu hören.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>{title}: {megabytes} MB, {licence}</source>
        <translation>{title}: {megabytes} MB, {licence}</translation>
    </message>
    <message>
        <source>All but one</source>
        <translation>Alle bis auf einen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>{} (not connected)</source>
        <translation>{} (nicht angeschlossen)</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>&amp;Auswählen...</translation>
    </message>
    <message>
        <source>Choose the editor</source>
        <translation>Den Editor auswählen</translation>
    </message>
    <message>
        <source>{name}: its folder is not there</source>
        <translation>{name}: sein Ordner ist nicht da</translation>
    </message>
    <message>
        <source>{name}: not downloaded, {megabytes} MB</source>
        <translation>{name}: nicht heruntergeladen, {megabytes} MB</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>After a change all sounds are listened to anew; meanwhile the present one serves. Your tags and verdicts stay.</source>
        <translation>Nach einem Wechsel werden alle Klänge neu angehört; so lange bleibt das jetzige Netz. Eigene Schlagwörter und Urteile bleiben.</translation>
    </message>
    <message>
        <source>&amp;Listening</source>
        <translation>&amp;Netz</translation>
    </message>
    <message>
        <source>How many of them may be busy with listening. Counts when Earmark is started next.</source>
        <translation>Wie viele mit dem Anhören beschäftigt sein dürfen. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Processor &amp;cores</source>
        <translation>&amp;Prozessorkerne</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>Networks to download</source>
        <translation>Netze zum Herunterladen</translation>
    </message>
    <message>
        <source>Nothing is downloaded by itself. It takes over once it has listened to every sound.</source>
        <translation>Von selbst wird nichts geladen. Das neue Netz übernimmt, wenn es alle Klänge angehört hat.</translation>
    </message>
    <message>
        <source>More networks</source>
        <translation>Weitere Netze</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Files and folders that fit one of these patterns are not listened to.</source>
        <translation>Dateien und Ordner, auf die eines dieser Muster passt, werden nicht angehört.</translation>
    </message>
    <message>
        <source>&amp;Left out</source>
        <translation>Ausge&amp;lassen</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>&amp;Output device</source>
        <translation>&amp;Ausgabegerät</translation>
    </message>
    <message>
        <source>Loud&amp;ness</source>
        <translation>La&amp;utheit</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Editor</source>
        <translation>&amp;Editor</translation>
    </message>
</context>
<context>
    <name>ProblemListModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Everything could be done: there is nothing to put right.</source>
        <translation>Alles ist gelungen: es gibt nichts zu beheben.</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>Try &amp;all again</source>
        <translation>&amp;Alle noch einmal</translation>
    </message>
    <message>
        <source>&amp;Show in the file manager</source>
        <translation>Im &amp;Dateimanager zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>&amp;Zurück zur Liste</translation>
    </message>
    <message>
        <source>Your files are untouched. A file is also listened to again when it changes.</source>
        <translation>Die Dateien sind unberührt. Ändert sich eine Datei, wird sie ohnehin neu angehört.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Sounds in it that were heard before are kept. It is tried again by itself when it can be opened.</source>
        <translation>Klänge darin, die schon gehört wurden, bleiben erhalten. Sobald es sich öffnen lässt, wird es von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>If it is meant to be so, nothing needs to be done; else record or export it again. Without a sound there are no tags.</source>
        <translation>Soll es so sein, ist nichts zu tun; sonst neu aufnehmen oder exportieren. Ohne Ton gibt es keine Schlagwörter.</translation>
    </message>
    <message>
        <source>Plug in its drive: its sounds come back by themselves. If it lies elsewhere now, locate it; if it was emptied for good, remove it (both in the menu of the folder).</source>
        <translation>Das Laufwerk anschließen: Seine Klänge kommen von selbst zurück. Liegt er jetzt anderswo, den Ort angeben; wurde er endgültig geleert, ihn entfernen (beides im Menü des Ordners).</translation>
    </message>
    <message numerus="yes">
        <source>This folder cannot be reached, or nothing is left in it. What is known of its %Ln sound(s) is kept.</source>
        <translation>
            <numerusform>Dieser Ordner ist nicht erreichbar, oder er ist leer. Was von seinem Klang bekannt ist, bleibt erhalten (%Ln).</numerusform>
            <numerusform>Dieser Ordner ist nicht erreichbar, oder er ist leer. Was von seinen %Ln Klängen bekannt ist, bleibt erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Listening to new sounds</source>
        <translation>Das Anhören neuer Klänge</translation>
    </message>
    <message>
        <source>What was heard before is safe. Put this right, then try again.</source>
        <translation>Was schon angehört ist, ist sicher. Die Ursache beheben, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The new network</source>
        <translation>Das neue Netz</translation>
    </message>
    <message>
        <source>The present one goes on listening. Put this right, then try again.</source>
        <translation>Das jetzige hört weiter zu. Die Ursache beheben, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The library&apos;s own files</source>
        <translation>Die eigenen Dateien der Bibliothek</translation>
    </message>
    <message>
        <source>Your sound files are not touched by this. Try again to have it checked.</source>
        <translation>Die Klangdateien sind davon nicht berührt. Ein weiterer Versuch prüft erneut.</translation>
    </message>
    <message>
        <source>Bring the file back, or rescan its folder.</source>
        <translation>Die Datei zurückbringen oder ihren Ordner neu einlesen.</translation>
    </message>
    <message>
        <source>Give yourself the permission to read it: it is then listened to by itself.</source>
        <translation>Das Leserecht erteilen: Dann wird die Datei von selbst angehört.</translation>
    </message>
    <message>
        <source>Check its drive or network, and close programs that use it. Nothing else needs to be done.</source>
        <translation>Laufwerk oder Netz prüfen und Programme schließen, die sie benutzen. Mehr ist nicht zu tun.</translation>
    </message>
    <message>
        <source>There is nothing in it: copy it again from where it came from.</source>
        <translation>Sie ist leer: noch einmal von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>See whether another program plays it. If none does, copy it again; else leave it out in the preferences.</source>
        <translation>Prüfen, ob ein anderes Programm sie abspielt. Wenn nicht, noch einmal kopieren; sonst in den Einstellungen auslassen.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>&quot;description&quot; must be a text in quotes, not {words1}.</source>
        <translation>&quot;description&quot; muss ein Text in Anführungszeichen sein, nicht {words1}.</translation>
    </message>
    <message>
        <source>&quot;format&quot; must be the number {1}.</source>
        <translation>&quot;format&quot; muss die Zahl {1} sein.</translation>
    </message>
    <message>
        <source>&quot;tags&quot; must be tables, each under a line [[tags]], not {words1}.</source>
        <translation>&quot;tags&quot; müssen Tabellen sein, jede unter einer Zeile [[tags]], nicht {words1}.</translation>
    </message>
    <message>
        <source>&quot;{1}&quot; is a prompt and a counter-prompt: remove one of them.</source>
        <translation>&quot;{1}&quot; ist Prompt und Gegen-Prompt zugleich: eines davon entfernen.</translation>
    </message>
    <message>
        <source>1 audio format</source>
        <translation>1 Audioformat</translation>
    </message>
    <message>
        <source>1 edited sound</source>
        <translation>1 bearbeiteter Klang</translation>
    </message>
    <message>
        <source>1 embedder</source>
        <translation>1 Netz</translation>
    </message>
    <message>
        <source>1 embedding</source>
        <translation>1 Embedding</translation>
    </message>
    <message>
        <source>1 embedding of a long sound</source>
        <translation>1 Embedding eines langen Klangs</translation>
    </message>
    <message>
        <source>1 embedding of a text</source>
        <translation>1 Embedding eines Textes</translation>
    </message>
    <message>
        <source>1 file name contains “{1}”: put it in quotes to see only that.</source>
        <translation>1 Dateiname enthält „{1}“: in Anführungszeichen setzen, um nur diesen zu sehen.</translation>
    </message>
    <message>
        <source>1 file name contains “{1}”: put it in quotes to see only those.</source>
        <translation>1 Dateiname enthält „{1}“: in Anführungszeichen setzen, um nur diese zu sehen.</translation>
    </message>
    <message>
        <source>1 rating</source>
        <translation>1 Bewertung</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 Klang</translation>
    </message>
    <message>
        <source>1 sound has not been measured yet, and so cannot be found by this.</source>
        <translation>1 Klang ist noch nicht gemessen und kann deshalb so nicht gefunden werden.</translation>
    </message>
    <message>
        <source>1 sound in a collection</source>
        <translation>1 Klang in einer Sammlung</translation>
    </message>
    <message>
        <source>1 sound with a rating or note</source>
        <translation>1 Klang mit Bewertung oder Notiz</translation>
    </message>
    <message>
        <source>1 tag decision</source>
        <translation>1 Urteil über Schlagwörter</translation>
    </message>
    <message>
        <source>A backup of the library</source>
        <translation>Eine Sicherung der Bibliothek</translation>
    </message>
    <message>
        <source>A collection needs a name.</source>
        <translation>Eine Sammlung braucht einen Namen.</translation>
    </message>
    <message>
        <source>A comment in this file has a name that would not be written again.</source>
        <translation>Ein Kommentar in dieser Datei hat einen Namen, der nicht wieder geschrieben würde.</translation>
    </message>
    <message>
        <source>A comment in this file is no text in UTF-8, and would become another one.</source>
        <translation>Ein Kommentar in dieser Datei ist kein Text in UTF-8 und würde zu einem anderen.</translation>
    </message>
    <message>
        <source>A name with characters that are no text cannot be kept in the settings.</source>
        <translation>Ein Name mit Zeichen, die kein Text sind, lässt sich in den Einstellungen nicht speichern.</translation>
    </message>
    <message>
        <source>A pattern to leave out must not be empty: write a name such as Backup or *.mp3.</source>
        <translation>Ein Muster zum Auslassen darf nicht leer sein: einen Namen wie Backup oder *.mp3 eingeben.</translation>
    </message>
    <message>
        <source>A region cannot replace the sound that it was cut from; choose another name.</source>
        <translation>Ein Bereich kann nicht an die Stelle des Klangs treten, aus dem er geschnitten wurde; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>All sounds of {1} have the label “{2}”: there must be two labels at least.</source>
        <translation>Alle Klänge von {1} haben das Label „{2}“: Es müssen mindestens zwei Labels sein.</translation>
    </message>
    <message>
        <source>Another file got this name meanwhile: look at it again.</source>
        <translation>Eine andere Datei hat inzwischen diesen Namen bekommen: noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>Another file has the name that this one would get: rename one of them.</source>
        <translation>Eine andere Datei hat den Namen, den diese bekäme: eine von beiden umbenennen.</translation>
    </message>
    <message>
        <source>Another file is called {1} by now: rename that, and try again.</source>
        <translation>Eine andere Datei heißt inzwischen {1}: diese umbenennen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Another program changed this file meanwhile: look at it again and repeat the writing.</source>
        <translation>Ein anderes Programm hat diese Datei inzwischen geändert: noch einmal ansehen und das Schreiben wiederholen.</translation>
    </message>
    <message>
        <source>Another program changed this file meanwhile: look at it again.</source>
        <translation>Ein anderes Programm hat diese Datei inzwischen geändert: noch einmal ansehen.</translation>
    </message>
    <message>
        <source>Another program has this file open: close it there and try again.</source>
        <translation>Ein anderes Programm hat diese Datei geöffnet: dort schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Another program keeps this file locked, or you are not allowed to read it; it is tried again later.</source>
        <translation>Ein anderes Programm sperrt diese Datei, oder sie darf nicht gelesen werden; es wird später noch einmal versucht.</translation>
    </message>
    <message>
        <source>Another program keeps this file locked; it is tried again later.</source>
        <translation>Ein anderes Programm sperrt diese Datei; es wird später noch einmal versucht.</translation>
    </message>
    <message>
        <source>Another program wrote this file: move it away to have a sidecar here.</source>
        <translation>Ein anderes Programm hat diese Datei geschrieben: Sie muss woanders hin, damit hier eine Begleitdatei stehen kann.</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Kein Speicher mehr frei</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Gerät ist beschäftigt</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Kontingent des Laufwerks erschöpft</translation>
    </message>
    <message>
        <source>Earmark cannot play sound on this kind of computer; everything else works.</source>
        <translation>Auf dieser Art von Computer kann Earmark keinen Klang abspielen; alles andere geht.</translation>
    </message>
    <message>
        <source>Earmark failed on this file ({words1}); the log says more.</source>
        <translation>Earmark ist an dieser Datei gescheitert ({words1}); mehr steht im Protokoll.</translation>
    </message>
    <message>
        <source>Earmark is closing.</source>
        <translation>Earmark wird geschlossen.</translation>
    </message>
    <message>
        <source>Earmark writes no tags into files of this kind.</source>
        <translation>In Dateien dieser Art schreibt Earmark keine Schlagwörter.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Datei ist schon da</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Dateiname zu lang</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Datei zu groß</translation>
    </message>
    <message>
        <source>Format not recognised</source>
        <translation>Format nicht erkannt</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>Der andere Rechner antwortet nicht</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Fehler beim Lesen oder Schreiben</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Ungültige Angabe</translation>
    </message>
    <message>
        <source>Invalid data found when processing input</source>
        <translation>Ungültige Daten</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Ist ein Ordner</translation>
    </message>
    <message>
        <source>It became a file of another kind.</source>
        <translation>Sie wurde zu einer Datei anderer Art.</translation>
    </message>
    <message>
        <source>It cannot be written ({words1}): see whether its folder may be written to, and takes so long a name.</source>
        <translation>Sie kann nicht geschrieben werden ({words1}): prüfen, ob ihr Ordner beschreibbar ist und so lange Namen zulässt.</translation>
    </message>
    <message>
        <source>It may be in {1}, which cannot be used: {words2}</source>
        <translation>Vielleicht ist es in {1}, das nicht benutzt werden kann: {words2}</translation>
    </message>
    <message>
        <source>It was not heard yet: index its folder first.</source>
        <translation>Noch nicht gehört: erst den Ordner aufnehmen.</translation>
    </message>
    <message>
        <source>It was trained for the embedder {1}, and another one serves, with which its tags apply to nothing: train it again.</source>
        <translation>Es wurde für das Netz {1} trainiert, und jetzt dient ein anderes, mit dem seine Schlagwörter für nichts gelten: neu trainieren.</translation>
    </message>
    <message>
        <source>Its chunks are not those that it had, in their order.</source>
        <translation>Ihre Chunks sind nicht mehr dieselben in derselben Reihenfolge.</translation>
    </message>
    <message>
        <source>Its folder is not there: plug its drive in, or rescan.</source>
        <translation>Ihr Ordner ist nicht da: das Laufwerk anschließen oder neu einlesen.</translation>
    </message>
    <message>
        <source>Its process ended.</source>
        <translation>Sein Prozess ist zu Ende gegangen.</translation>
    </message>
    <message>
        <source>Its sidecar {1} stayed behind ({words2}): rename it as its sound.</source>
        <translation>Ihre Begleitdatei {1} blieb zurück ({words2}): so umbenennen wie ihren Klang.</translation>
    </message>
    <message>
        <source>Listening to this file failed twice: {words1}</source>
        <translation>Das Anhören dieser Datei ging zweimal schief: {words1}</translation>
    </message>
    <message>
        <source>No active vocabulary has a tag called “{1}”.</source>
        <translation>Kein aktives Vokabular hat ein Schlagwort namens „{1}“.</translation>
    </message>
    <message>
        <source>No active vocabulary has a tag called “{1}”. Did you mean “{2}”?</source>
        <translation>Kein aktives Vokabular hat ein Schlagwort namens „{1}“. War „{2}“ gemeint?</translation>
    </message>
    <message>
        <source>No active vocabulary has a tag called “{1}”. You can make it: add it to a sound, or write it into a vocabulary.</source>
        <translation>Kein aktives Vokabular hat ein Schlagwort namens „{1}“. Es lässt sich anlegen: einem Klang geben oder in ein Vokabular schreiben.</translation>
    </message>
    <message>
        <source>No backup of the library could be made in {1} ({words2}): make room there, and check that you may write there.</source>
        <translation>In {1} ließ sich keine Sicherung der Bibliothek anlegen ({words2}): dort Platz schaffen und prüfen, ob geschrieben werden darf.</translation>
    </message>
    <message>
        <source>No backup of the library could be made, because it is damaged: close Earmark and run “earmark library repair”. Earlier backups are kept.</source>
        <translation>Die Bibliothek ließ sich nicht sichern, weil sie beschädigt ist: Earmark schließen und „earmark library repair“ ausführen. Frühere Sicherungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>No sound device was found. Connect one and play again.</source>
        <translation>Kein Audiogerät gefunden. Eines anschließen und noch einmal abspielen.</translation>
    </message>
    <message>
        <source>No sound has been listened to with this embedder yet: wait for the window to do so, or run “earmark index”.</source>
        <translation>Mit diesem Netz ist noch kein Klang angehört: warten, bis das Fenster es tut, oder „earmark index“ ausführen.</translation>
    </message>
    <message>
        <source>No sound passes all the filters: remove one of them.</source>
        <translation>Kein Klang passt zu allen Filtern: einen davon entfernen.</translation>
    </message>
    <message>
        <source>No sound passes this filter: change it or remove it.</source>
        <translation>Kein Klang passt zu diesem Filter: ändern oder entfernen.</translation>
    </message>
    <message>
        <source>&quot;description&quot; is longer than {number1} characters: shorten it.</source>
        <translation>&quot;description&quot; hat mehr als {number1} Zeichen: kürzen.</translation>
    </message>
    <message>
        <source>1 file says “{1}”: search for {2}:{3}.</source>
        <translation>In 1 Datei steht „{1}“: nach {2}:{3} suchen.</translation>
    </message>
    <message>
        <source>All sounds of {1} have the label “{2}” ({number3} others that it names are not there): there must be two labels at least.</source>
        <translation>Alle Klänge von {1} haben das Label „{2}“ ({number3} weitere, die darin genannt werden, sind nicht da): Es müssen mindestens zwei Labels sein.</translation>
    </message>
    <message>
        <source>No sound that {1} names is there ({number2}): its paths must be relative to its folder.</source>
        <translation>Kein Klang, den {1} nennt, ist da ({number2}): Die Pfade müssen vom Ordner der Tabelle ausgehen.</translation>
    </message>
    <message>
        <source>No sounds lie in sub-folders of {1}: put the sounds of each label into a folder of that name.</source>
        <translation>In Unterordnern von {1} liegen keine Klänge: die Klänge jedes Labels in einen Ordner dieses Namens legen.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Kein Platz mehr auf dem Laufwerk</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Gerät nicht vorhanden</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht vorhanden</translation>
    </message>
    <message>
        <source>None of the library&apos;s sounds can be reached: plug in the drive they are on, or locate its folder.</source>
        <translation>Keiner der Klänge der Bibliothek ist erreichbar: ihr Laufwerk anschließen oder ihren Ordner suchen.</translation>
    </message>
    <message>
        <source>None of these sounds can be read any more: look whether their drive is connected.</source>
        <translation>Keiner dieser Klänge ist mehr lesbar: nachsehen, ob ihr Laufwerk angeschlossen ist.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ist kein Ordner</translation>
    </message>
    <message>
        <source>Nothing can be kept in {1} ({words2}): check that it is a folder that you may write to, or name another one with --profile.</source>
        <translation>In {1} kann nichts abgelegt werden ({words2}): prüfen, ob es ein beschreibbarer Ordner ist, oder mit --profile einen anderen angeben.</translation>
    </message>
    <message>
        <source>Nothing could be changed in {1} ({words2}): make room there, check that you may write there and that no other program uses the library, and try again.</source>
        <translation>In {1} ließ sich nichts ändern ({words2}): dort Platz schaffen, prüfen, ob geschrieben werden darf und kein anderes Programm die Bibliothek benutzt, und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Nothing here fits these words well; the best guesses come first.</source>
        <translation>Nichts passt hier gut zu diesen Worten; was am ehesten passt, steht oben.</translation>
    </message>
    <message>
        <source>Nothing was said of these tags yet: a tag counts once it was accepted on three different sounds and rejected on three. Review, in the window, asks about those that help most.</source>
        <translation>Zu diesen Schlagwörtern wurde noch nichts gesagt: Ein Schlagwort zählt, sobald es bei drei verschiedenen Klängen angenommen und bei dreien abgelehnt wurde. Die Durchsicht im Fenster fragt nach denen, die am meisten helfen.</translation>
    </message>
    <message>
        <source>Nothing was written, for the copy was not as it should be: {words1}</source>
        <translation>Es wurde nichts geschrieben, denn die Kopie war nicht, wie sie sein soll: {words1}</translation>
    </message>
    <message>
        <source>Nothing was written, for the sound in the copy was not the same.</source>
        <translation>Es wurde nichts geschrieben, denn der Klang in der Kopie war nicht derselbe.</translation>
    </message>
    <message>
        <source>Of none of these sounds it can be told how noisy it is: they have no pause to hear it in.</source>
        <translation>Von keinem dieser Klänge lässt sich sagen, wie verrauscht er ist: Sie haben keine Pause, in der es zu hören wäre.</translation>
    </message>
    <message>
        <source>Of “{1}”, another file is used than {2}, which cannot be: {words3}</source>
        <translation>Für „{1}“ wird eine andere Datei benutzt als {2}, die nicht benutzt werden kann: {words3}</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Other tags of the file changed.</source>
        <translation>Andere Angaben in der Datei haben sich geändert.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Laufwerk ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Reading this file crashed; the file may be damaged.</source>
        <translation>Das Lesen dieser Datei ist abgestürzt; vielleicht ist die Datei beschädigt.</translation>
    </message>
    <message>
        <source>Reading this file did not get on and was given up; the file may be damaged, or its drive may hang.</source>
        <translation>Das Lesen dieser Datei kam nicht voran und wurde aufgegeben; vielleicht ist die Datei beschädigt, oder ihr Laufwerk hängt.</translation>
    </message>
    <message>
        <source>Reading this file took far longer than a sound of its size can need; the file may be damaged.</source>
        <translation>Das Lesen dieser Datei dauerte viel länger, als ein Klang ihrer Größe brauchen kann; vielleicht ist die Datei beschädigt.</translation>
    </message>
    <message>
        <source>SQLite {1} can damage a library: install the package apsw with SQLite {2} or newer.</source>
        <translation>SQLite {1} kann eine Bibliothek beschädigen: das Paket apsw mit SQLite {2} oder neuer installieren.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Die Datei ist auf dem anderen Rechner nicht mehr da</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>Datei wird gerade ausgeführt</translation>
    </message>
    <message>
        <source>Texts are being written into files just now: wait until that is done, or stop it, and take them back then.</source>
        <translation>Gerade werden Texte in Dateien geschrieben: abwarten, bis das getan ist, oder es anhalten, und sie dann zurücknehmen.</translation>
    </message>
    <message>
        <source>The ID3 tag in this file holds something damaged or unknown that would be lost.</source>
        <translation>Das ID3-Tag in dieser Datei enthält etwas Beschädigtes oder Unbekanntes, das verloren ginge.</translation>
    </message>
    <message>
        <source>The ID3 tag in this file is damaged.</source>
        <translation>Das ID3-Tag in dieser Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The active vocabulary “{1}” cannot be read, and none of its tags apply: {words2}</source>
        <translation>Das aktive Vokabular „{1}“ kann nicht gelesen werden, und keines seiner Schlagwörter gilt: {words2}</translation>
    </message>
    <message>
        <source>The backup {1}</source>
        <translation>Die Sicherung {1}</translation>
    </message>
    <message>
        <source>The backup {1} cannot be read ({words2}).</source>
        <translation>Die Sicherung {1} ist nicht lesbar ({words2}).</translation>
    </message>
    <message>
        <source>The bundled embedder cannot be read: {words1}.</source>
        <translation>Das mitgelieferte Netz ist nicht lesbar: {words1}.</translation>
    </message>
    <message>
        <source>The bundled embedder is damaged: {1} cannot be read. Install Earmark again.</source>
        <translation>Das mitgelieferte Netz ist beschädigt: {1} ist nicht lesbar. Earmark neu installieren.</translation>
    </message>
    <message>
        <source>The bundled embedder is damaged: {1} is not the file that came with Earmark. Install Earmark again.</source>
        <translation>Das mitgelieferte Netz ist beschädigt: {1} ist nicht die Datei, die mit Earmark kam. Earmark neu installieren.</translation>
    </message>
    <message>
        <source>The bundled embedder is incomplete: {1} is missing. Install Earmark again.</source>
        <translation>Das mitgelieferte Netz ist unvollständig: {1} fehlt. Earmark neu installieren.</translation>
    </message>
    <message>
        <source>The bundled embedder was replaced while Earmark was running. Start Earmark again.</source>
        <translation>Das mitgelieferte Netz wurde ausgetauscht, während Earmark lief. Earmark neu starten.</translation>
    </message>
    <message>
        <source>The converted network in {1} is damaged; delete that folder, and it is made anew.</source>
        <translation>Das umgewandelte Netz in {1} ist beschädigt; diesen Ordner löschen, dann entsteht es neu.</translation>
    </message>
    <message>
        <source>The disk is full, so the library could not be saved: make room and try again.</source>
        <translation>Das Laufwerk ist voll, die Bibliothek ließ sich nicht speichern: Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk that holds the library could not be read or written: check the drive and try again.</source>
        <translation>Das Laufwerk mit der Bibliothek ließ sich nicht lesen oder beschreiben: das Laufwerk prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk that holds {1} could not be read ({words2}): check the drive, and try again.</source>
        <translation>Das Laufwerk mit {1} war nicht lesbar ({words2}): das Laufwerk prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The drive is too full: {1} MB more must be free.</source>
        <translation>Das Laufwerk ist zu voll: Es müssen {1} MB mehr frei sein.</translation>
    </message>
    <message>
        <source>The drive of {1} has {2} free and the download needs {3}; make room and start it again.</source>
        <translation>Auf dem Laufwerk von {1} sind {2} frei, und der Download braucht {3}; Platz schaffen und neu beginnen.</translation>
    </message>
    <message>
        <source>The embedder failed ({words1}); the log says more.</source>
        <translation>Das Netz ist gescheitert ({words1}); mehr steht im Protokoll.</translation>
    </message>
    <message>
        <source>The embedder gave no usable numbers for this file.</source>
        <translation>Das Netz gab für diese Datei keine brauchbaren Zahlen.</translation>
    </message>
    <message>
        <source>The embedder gave no usable numbers for this sound.</source>
        <translation>Das Netz gab für diesen Klang keine brauchbaren Zahlen.</translation>
    </message>
    <message>
        <source>The file does not say how large it is, as a file of this kind must.</source>
        <translation>Die Datei sagt nicht, wie groß sie ist, wie es eine solche Datei muss.</translation>
    </message>
    <message>
        <source>The file ends before its audio does: only {1} s could be read. Copy it again.</source>
        <translation>Die Datei endet vor ihrem Klang: Nur {1} s waren lesbar. Noch einmal kopieren.</translation>
    </message>
    <message>
        <source>The file ends in the middle of a chunk&apos;s beginning.</source>
        <translation>Die Datei endet mitten im Anfang eines Chunks.</translation>
    </message>
    <message>
        <source>The file has more chunks than any program writes.</source>
        <translation>Die Datei hat mehr Chunks, als irgendein Programm schreibt.</translation>
    </message>
    <message>
        <source>The file holds invalid sample values (NaN or infinity) and nothing else to hear.</source>
        <translation>Die Datei enthält ungültige Abtastwerte (NaN oder unendlich) und sonst nichts zu hören.</translation>
    </message>
    <message>
        <source>The file is cut short: it holds less than its beginning says.</source>
        <translation>Die Datei ist abgeschnitten: Sie enthält weniger, als ihr Anfang sagt.</translation>
    </message>
    <message>
        <source>The file is cut short: it holds less than its chunks say.</source>
        <translation>Die Datei ist abgeschnitten: Sie enthält weniger, als ihre Chunks sagen.</translation>
    </message>
    <message>
        <source>The file {1}</source>
        <translation>Die Datei {1}</translation>
    </message>
    <message>
        <source>The file {1} cannot be put back ({words2}).</source>
        <translation>Die Datei {1} lässt sich nicht zurücklegen ({words2}).</translation>
    </message>
    <message>
        <source>The file {1} is damaged: close Earmark and run “earmark library repair”, which keeps the file and saves what can be saved.</source>
        <translation>Die Datei {1} ist beschädigt: Earmark schließen und „earmark library repair“ ausführen; das bewahrt die Datei auf und rettet, was zu retten ist.</translation>
    </message>
    <message>
        <source>The file {1} is not a library of Earmark: choose another place. If it was one, run “earmark library repair”.</source>
        <translation>Die Datei {1} ist keine Bibliothek von Earmark: einen anderen Ort wählen. War sie einmal eine, „earmark library repair“ ausführen.</translation>
    </message>
    <message>
        <source>The file {1}, which holds what was computed from your sounds, is damaged: close Earmark and start it again, or run “earmark library repair”, which makes it anew. Nothing that you made is hurt.</source>
        <translation>Die Datei {1}, in der steht, was aus den Klängen berechnet wurde, ist beschädigt: Earmark schließen und wieder starten oder „earmark library repair“ ausführen, dann entsteht sie neu. Nichts Selbstgemachtes ist davon berührt.</translation>
    </message>
    <message>
        <source>The file&apos;s chunks do not follow one another as they should.</source>
        <translation>Die Chunks der Datei folgen nicht so aufeinander, wie sie sollten.</translation>
    </message>
    <message>
        <source>The first line of the table must name its columns, and one of them must be “path” (other programs: FilePath or Filename).</source>
        <translation>Die erste Zeile der Tabelle muss ihre Spalten nennen, und eine davon muss „path“ sein (bei anderen Programmen: FilePath oder Filename).</translation>
    </message>
    <message>
        <source>The first line of {1} must name its columns, a “path” and a “label” among them.</source>
        <translation>Die erste Zeile von {1} muss ihre Spalten nennen, darunter „path“ und „label“.</translation>
    </message>
    <message>
        <source>The folder for the library could not be made: {words1}.</source>
        <translation>Der Ordner für die Bibliothek ließ sich nicht anlegen: {words1}.</translation>
    </message>
    <message>
        <source>The folder of this file cannot be read ({words1}).</source>
        <translation>Der Ordner dieser Datei ist nicht lesbar ({words1}).</translation>
    </message>
    <message>
        <source>The folder of this file is read-only: allow writing to it, or leave it out.</source>
        <translation>Der Ordner dieser Datei ist schreibgeschützt: das Schreiben erlauben oder die Datei auslassen.</translation>
    </message>
    <message>
        <source>The folder {1} cannot be opened ({words2}): check that you may read it.</source>
        <translation>Der Ordner {1} lässt sich nicht öffnen ({words2}): prüfen, ob er gelesen werden darf.</translation>
    </message>
    <message>
        <source>The folder {1} is not there; choose the folder that holds the CLAP checkpoint.</source>
        <translation>Der Ordner {1} ist nicht da; den Ordner mit dem CLAP-Checkpoint wählen.</translation>
    </message>
    <message>
        <source>The front end alone reads no texts.</source>
        <translation>Die Vorverarbeitung allein liest keine Texte.</translation>
    </message>
    <message>
        <source>The graphics processor that served before is no longer there.</source>
        <translation>Der Grafikprozessor, der zuvor diente, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The iXML in this file defines entities, which nobody needs and which can be a trap.</source>
        <translation>Das iXML in dieser Datei definiert Entitäten, die niemand braucht und die eine Falle sein können.</translation>
    </message>
    <message>
        <source>The iXML in this file is damaged.</source>
        <translation>Das iXML in dieser Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The iXML in this file is larger than any program writes.</source>
        <translation>Das iXML in dieser Datei ist größer, als irgendein Programm es schreibt.</translation>
    </message>
    <message>
        <source>The iXML in this file is nested deeper than any program does.</source>
        <translation>Das iXML in dieser Datei ist tiefer geschachtelt, als irgendein Programm es schreibt.</translation>
    </message>
    <message>
        <source>The iXML in this file is of a kind that no program is known to write.</source>
        <translation>Das iXML in dieser Datei ist von einer Art, die kein bekanntes Programm schreibt.</translation>
    </message>
    <message>
        <source>The library could not be repaired: {words1} Nothing was changed.</source>
        <translation>Die Bibliothek ließ sich nicht reparieren: {words1} Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The library has no sounds yet: add a folder.</source>
        <translation>Die Bibliothek hat noch keine Klänge: einen Ordner hinzufügen.</translation>
    </message>
    <message>
        <source>The library in {1} is empty, though there are backups of an earlier one.</source>
        <translation>Die Bibliothek in {1} ist leer, obwohl es Sicherungen einer früheren gibt.</translation>
    </message>
    <message>
        <source>The library in {1} was lost or is empty, and there is no backup of it, though sounds were heard for it: what you said begins anew. If you have a copy of {2} elsewhere, end Earmark and put it back; else add your folders, whose sounds need not be heard again.</source>
        <translation>Die Bibliothek in {1} ging verloren oder ist leer, und es gibt keine Sicherung davon, obwohl Klänge für sie gehört wurden: Was Sie gesagt haben, beginnt neu. Haben Sie anderswo eine Kopie von {2}, dann Earmark beenden und sie zurücklegen; sonst die Ordner hinzufügen, deren Klänge nicht noch einmal gehört werden müssen.</translation>
    </message>
    <message>
        <source>The library is busy in another program: try again in a moment.</source>
        <translation>Ein anderes Programm benutzt gerade die Bibliothek: gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The library is closed.</source>
        <translation>Die Bibliothek ist geschlossen.</translation>
    </message>
    <message>
        <source>The library is open for reading only, so nothing can be changed.</source>
        <translation>Die Bibliothek ist nur zum Lesen geöffnet, es lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>The library may not be written here: check that its files and its disk are writable.</source>
        <translation>In die Bibliothek darf hier nicht geschrieben werden: prüfen, ob ihre Dateien und ihr Laufwerk beschreibbar sind.</translation>
    </message>
    <message>
        <source>The library was written by a newer version of Earmark: install that version to open it.</source>
        <translation>Die Bibliothek wurde von einer neueren Version von Earmark geschrieben: diese installieren, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>The library was written by a newer version of Earmark: it is only read, and what that version added is not seen.</source>
        <translation>Die Bibliothek wurde von einer neueren Version von Earmark geschrieben: Sie wird nur gelesen, und was jene Version hinzugefügt hat, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>The library&apos;s files could not be opened: check that their folder exists and may be written.</source>
        <translation>Die Dateien der Bibliothek ließen sich nicht öffnen: prüfen, ob ihr Ordner da und beschreibbar ist.</translation>
    </message>
    <message>
        <source>The list of texts in this file is damaged.</source>
        <translation>Die Liste von Texten in dieser Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The name would be too long: choose a shorter creator or source.</source>
        <translation>Der Name würde zu lang: Urheber oder Quelle kürzer wählen.</translation>
    </message>
    <message>
        <source>The network understands English.</source>
        <translation>Das Netz versteht Englisch.</translation>
    </message>
    <message>
        <source>The process that listens to sounds fails on every sound: restart Earmark, and if that does not help, choose another embedder.</source>
        <translation>Der Prozess, der Klänge anhört, scheitert an jedem Klang: Earmark neu starten und, wenn das nicht hilft, ein anderes Netz wählen.</translation>
    </message>
    <message>
        <source>The region cannot be written into {1} ({words2}); choose another folder.</source>
        <translation>Der Bereich lässt sich nicht in {1} schreiben ({words2}); einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The search cannot be remembered in {1} ({words2}): check the space there.</source>
        <translation>Die Suche lässt sich nicht in {1} merken ({words2}): den Platz dort prüfen.</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {1} ({words2}): check the space there and that you may write to it.</source>
        <translation>Die Einstellungen lassen sich nicht in {1} speichern ({words2}): prüfen, ob dort Platz ist und geschrieben werden darf.</translation>
    </message>
    <message>
        <source>The sound device went away. Connect one and play again.</source>
        <translation>Das Audiogerät ist weg. Eines anschließen und noch einmal abspielen.</translation>
    </message>
    <message>
        <source>The sound holds samples that are not numbers.</source>
        <translation>Der Klang enthält Abtastwerte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>The sound in this file cannot be read ({words1}): it is left as it is.</source>
        <translation>Der Klang in dieser Datei ist nicht lesbar ({words1}): Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The sound is empty.</source>
        <translation>Der Klang ist leer.</translation>
    </message>
    <message>
        <source>The sound is silent.</source>
        <translation>Der Klang ist still.</translation>
    </message>
    <message>
        <source>The sound to compare with is no longer in the library: choose another one.</source>
        <translation>Der Klang zum Vergleichen ist nicht mehr in der Bibliothek: einen anderen wählen.</translation>
    </message>
    <message>
        <source>The sounds that can be reached have not been listened to with this embedder yet: wait for the window to do so, or run “earmark index”.</source>
        <translation>Die erreichbaren Klänge sind mit diesem Netz noch nicht angehört: warten, bis das Fenster es tut, oder „earmark index“ ausführen.</translation>
    </message>
    <message>
        <source>The tags are still being prepared: search again in a moment.</source>
        <translation>Die Schlagwörter werden noch vorbereitet: gleich noch einmal suchen.</translation>
    </message>
    <message>
        <source>The tags of this file are damaged.</source>
        <translation>Die Angaben in dieser Datei sind beschädigt.</translation>
    </message>
    <message>
        <source>The tags of this file cannot be written.</source>
        <translation>Die Angaben in dieser Datei lassen sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The tokenizer in {1} cannot be read; download the checkpoint again.</source>
        <translation>Der Tokenizer in {1} ist nicht lesbar; den Checkpoint neu herunterladen.</translation>
    </message>
    <message>
        <source>The tokenizer in {1} does not belong to its network; download the checkpoint again.</source>
        <translation>Der Tokenizer in {1} gehört nicht zu seinem Netz; den Checkpoint neu herunterladen.</translation>
    </message>
    <message>
        <source>The vocabulary “{1}” is active and is not there: put its file back, or choose others. {words2}</source>
        <translation>Das Vokabular „{1}“ ist aktiv und nicht da: seine Datei zurücklegen oder andere wählen. {words2}</translation>
    </message>
    <message>
        <source>The weights in {1} do not fit CLAP ({2} missing, {3} unexpected, {4} of another shape, for example {5}); download it again or choose another folder.</source>
        <translation>Die Gewichte in {1} passen nicht zu CLAP ({2} fehlen, {3} sind überzählig, {4} haben eine andere Form, zum Beispiel {5}); neu herunterladen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The {1} in this file is larger than any program writes.</source>
        <translation>{1} in dieser Datei ist größer, als irgendein Programm es schreibt.</translation>
    </message>
    <message>
        <source>There is a collection “{1}” already: choose another name.</source>
        <translation>Eine Sammlung „{1}“ gibt es schon: einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is a file named {1} already; choose another name.</source>
        <translation>Eine Datei namens {1} gibt es schon; einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is no audio in this file that can be decoded.</source>
        <translation>In dieser Datei ist nichts zu hören, das sich entschlüsseln lässt.</translation>
    </message>
    <message>
        <source>There is no audio in this file.</source>
        <translation>In dieser Datei ist kein Klang.</translation>
    </message>
    <message>
        <source>There is no embedder called “{1}”. Choose one of: {2}.</source>
        <translation>Es gibt kein Netz namens „{1}“. Zur Wahl stehen: {2}.</translation>
    </message>
    <message>
        <source>There is no folder {1}: check the name, or plug in the drive it is on.</source>
        <translation>Es gibt keinen Ordner {1}: den Namen prüfen oder das Laufwerk anschließen.</translation>
    </message>
    <message>
        <source>There is no library in {1}, though there are backups of one.</source>
        <translation>In {1} ist keine Bibliothek, obwohl es Sicherungen von einer gibt.</translation>
    </message>
    <message>
        <source>There is no sidecar (as name.wav.json) in {1}.</source>
        <translation>In {1} ist keine Begleitdatei (wie name.wav.json).</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>In dieser Datei steht nichts.</translation>
    </message>
    <message>
        <source>There is nothing to hear in this file.</source>
        <translation>In dieser Datei ist nichts zu hören.</translation>
    </message>
    <message>
        <source>There is nothing to search for in “{1}”: write what the sound should sound like.</source>
        <translation>In „{1}“ ist nichts, wonach sich suchen lässt: schreiben, wie der Klang klingen soll.</translation>
    </message>
    <message>
        <source>There is something else of this name: move it away to have a sidecar here.</source>
        <translation>Etwas anderes hat diesen Namen: Es muss woanders hin, damit hier eine Begleitdatei stehen kann.</translation>
    </message>
    <message>
        <source>This cannot be opened ({words1}): check that it is there and that you may read it.</source>
        <translation>Das lässt sich nicht öffnen ({words1}): prüfen, ob es da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>This collection is no longer in the library.</source>
        <translation>Diese Sammlung ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This file asks for more memory than one sound may have.</source>
        <translation>Diese Datei verlangt mehr Speicher, als ein Klang haben darf.</translation>
    </message>
    <message>
        <source>This file cannot be opened ({words1}).</source>
        <translation>Diese Datei lässt sich nicht öffnen ({words1}).</translation>
    </message>
    <message>
        <source>This file cannot be read ({words1}).</source>
        <translation>Diese Datei ist nicht lesbar ({words1}).</translation>
    </message>
    <message>
        <source>This file cannot be read at the moment ({words1}); it is tried again later.</source>
        <translation>Diese Datei ist zurzeit nicht lesbar ({words1}); es wird später noch einmal versucht.</translation>
    </message>
    <message>
        <source>This file claims {number1} samples a second, which no sound has: it is damaged.</source>
        <translation>Diese Datei behauptet {number1} Abtastwerte in der Sekunde, die kein Klang hat: Sie ist beschädigt.</translation>
    </message>
    <message>
        <source>Too little was said of {number1} tags so far: a tag counts once it was accepted on three different sounds and rejected on three. Review, in the window, asks about those that help most.</source>
        <translation>Zu {number1} Schlagwörtern wurde bisher zu wenig gesagt: Ein Schlagwort zählt, sobald es bei drei verschiedenen Klängen angenommen und bei dreien abgelehnt wurde. Die Durchsicht im Fenster fragt nach denen, die am meisten helfen.</translation>
    </message>
    <message>
        <source>What stands in {number1} files is not known yet, and so cannot be found by this.</source>
        <translation>Was in {number1} Dateien steht, ist noch nicht bekannt, und so können sie hierdurch nicht gefunden werden.</translation>
    </message>
    <message>
        <source>the tag &quot;{1}&quot; has {number2} weights and another one {number3}: train them again.</source>
        <translation>das Schlagwort &quot;{1}&quot; hat {number2} Gewichte und ein anderes {number3}: neu trainieren.</translation>
    </message>
    <message>
        <source>this vocabulary has {number1} tags: at most {number2} are possible.</source>
        <translation>dieses Vokabular hat {number1} Schlagwörter: Höchstens {number2} sind möglich.</translation>
    </message>
    <message>
        <source>{1} answered with error {2} for {3}; try again later.</source>
        <translation>{1} antwortete mit Fehler {2} für {3}; später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{1} cannot be looked into ({words2}).</source>
        <translation>{1} lässt sich nicht ansehen ({words2}).</translation>
    </message>
    <message>
        <source>{1} cannot be used ({words2}); check the drive it is on.</source>
        <translation>{1} lässt sich nicht benutzen ({words2}); das Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>{1} is damaged: SQLite says {2} and {number3} more.</source>
        <translation>{1} ist beschädigt: SQLite sagt {2} und {number3} weitere.</translation>
    </message>
    <message>
        <source>{1} names no sound files ({number2} line): it needs a column “path”, with the sound files, and a column “label”, with what is heard in them.</source>
        <translation>{1} nennt keine Klangdateien ({number2} Zeile): nötig sind eine Spalte „path“ mit den Klangdateien und eine Spalte „label“ mit dem, was darin zu hören ist.</translation>
    </message>
    <message>
        <source>{1} names no sound files ({number2} lines): it needs a column “path”, with the sound files, and a column “label”, with what is heard in them.</source>
        <translation>{1} nennt keine Klangdateien ({number2} Zeilen): nötig sind eine Spalte „path“ mit den Klangdateien und eine Spalte „label“ mit dem, was darin zu hören ist.</translation>
    </message>
    <message>
        <source>{number1} files say “{2}”: search for {3}:{4}.</source>
        <translation>In {number1} Dateien steht „{2}“: nach {3}:{4} suchen.</translation>
    </message>
    <message>
        <source>{words1}&quot;{2}&quot; has {number3} texts: {4} are the most.</source>
        <translation>{words1}&quot;{2}&quot; hat {number3} Texte: Höchstens {4} sind möglich.</translation>
    </message>
    <message>
        <source>This file could not be renamed ({words1}).</source>
        <translation>Diese Datei ließ sich nicht umbenennen ({words1}).</translation>
    </message>
    <message>
        <source>1 text that Earmark wrote</source>
        <translation>1 Text, den Earmark geschrieben hat</translation>
    </message>
    <message>
        <source>Another program added to this file: move it away to have a sidecar here.</source>
        <translation>Ein anderes Programm hat dieser Datei etwas hinzugefügt: sie woandershin bewegen, damit hier eine Begleitdatei stehen kann.</translation>
    </message>
    <message>
        <source>Cannot declare {1} twice</source>
        <translation>{1} steht zweimal da</translation>
    </message>
    <message>
        <source>Cannot overwrite a value</source>
        <translation>ein Wert steht zweimal da</translation>
    </message>
    <message>
        <source>Decoder not found</source>
        <translation>Kein Decoder gefunden</translation>
    </message>
    <message>
        <source>End of file</source>
        <translation>Ende der Datei</translation>
    </message>
    <message>
        <source>Expected &apos;=&apos; after a key in a key/value pair</source>
        <translation>nach einem Schlüssel fehlt &apos;=&apos;</translation>
    </message>
    <message>
        <source>Expected &apos;]&apos; at the end of a table declaration</source>
        <translation>am Ende einer Tabelle fehlt &apos;]&apos;</translation>
    </message>
    <message>
        <source>Expected &apos;]]&apos; at the end of an array declaration</source>
        <translation>am Ende fehlt &apos;]]&apos;</translation>
    </message>
    <message>
        <source>Expected newline or end of document after a statement</source>
        <translation>nach dem Wert muss die Zeile enden</translation>
    </message>
    <message>
        <source>File contains data in an unimplemented format</source>
        <translation>Format der Daten nicht unterstützt</translation>
    </message>
    <message>
        <source>Illegal character &apos;{1}&apos;</source>
        <translation>unerlaubtes Zeichen &apos;{1}&apos;</translation>
    </message>
    <message>
        <source>Invalid date or datetime</source>
        <translation>ungültiges Datum oder ungültige Uhrzeit</translation>
    </message>
    <message>
        <source>Invalid initial character for a key part</source>
        <translation>so darf ein Schlüssel nicht beginnen</translation>
    </message>
    <message>
        <source>Invalid statement</source>
        <translation>ungültige Zeile</translation>
    </message>
    <message>
        <source>Invalid value</source>
        <translation>ungültiger Wert</translation>
    </message>
    <message>
        <source>It says something that is not in this library: import it first, or agree to its being replaced.</source>
        <translation>Sie sagt etwas, das nicht in dieser Bibliothek steht: sie zuerst importieren oder dem Ersetzen zustimmen.</translation>
    </message>
    <message>
        <source>None of the sounds here can be heard: they are silent, too short or broken.</source>
        <translation>Keiner der Klänge hier kann gehört werden: Sie sind still, zu kurz oder beschädigt.</translation>
    </message>
    <message>
        <source>Not yet implemented in FFmpeg, patches welcome</source>
        <translation>Von FFmpeg noch nicht unterstützt</translation>
    </message>
    <message>
        <source>Something else stands there in the iXML of this file.</source>
        <translation>Im iXML dieser Datei steht dort etwas anderes.</translation>
    </message>
    <message>
        <source>Supported file format but file is malformed</source>
        <translation>Das Format ist bekannt, die Datei aber fehlerhaft</translation>
    </message>
    <message>
        <source>Supported file format but unsupported encoding</source>
        <translation>Das Format ist bekannt, die Kodierung aber nicht</translation>
    </message>
    <message>
        <source>The file says {1}, which is kept; you said {2}: have it replaced to change that.</source>
        <translation>In der Datei steht {1}, und das bleibt; Sie sagten {2}: zum Ändern Vorhandenes ersetzen lassen.</translation>
    </message>
    <message>
        <source>The letters of the iXML in this file can only be guessed.</source>
        <translation>Die Buchstaben im iXML dieser Datei lassen sich nur raten.</translation>
    </message>
    <message>
        <source>The library is from an older version of Earmark: open it once in the window, or run “earmark index” with one of its folders.</source>
        <translation>Die Bibliothek ist von einer älteren Version von Earmark: einmal im Fenster öffnen, oder „earmark index“ mit einem ihrer Ordner ausführen.</translation>
    </message>
    <message>
        <source>There is no filter “{1}:”. Did you mean {2}? In quotes, it is searched for in names.</source>
        <translation>Es gibt keinen Filter „{1}:“. War {2} gemeint? In Anführungszeichen wird danach in Namen gesucht.</translation>
    </message>
    <message>
        <source>There is no filter “{1}:”. There are {2} and more. In quotes, it is searched for in names.</source>
        <translation>Es gibt keinen Filter „{1}:“. Es gibt {2} und mehr. In Anführungszeichen wird danach in Namen gesucht.</translation>
    </message>
    <message>
        <source>This file could not be renamed ({words1}): it has its old name.</source>
        <translation>Diese Datei ließ sich nicht umbenennen ({words1}): Sie hat ihren alten Namen.</translation>
    </message>
    <message>
        <source>This file could not be written ({words1}): it is as it was.</source>
        <translation>Diese Datei ließ sich nicht schreiben ({words1}): Sie ist, wie sie war.</translation>
    </message>
    <message>
        <source>This file has several names (hard links), which would become different files: it is left as it is, unless you want that.</source>
        <translation>Diese Datei hat mehrere Namen (harte Links), aus denen verschiedene Dateien würden: Sie bleibt, wie sie ist, wenn das nicht gewollt ist.</translation>
    </message>
    <message>
        <source>This file is called {1} by now: it keeps that name.</source>
        <translation>Diese Datei heißt inzwischen {1}: Sie behält diesen Namen.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Diese Datei ist leer.</translation>
    </message>
    <message>
        <source>This file is no longer there, and is not found in another folder of the library: plug its drive in, or bring it back.</source>
        <translation>Diese Datei ist nicht mehr da und findet sich in keinem anderen Ordner der Bibliothek: ihr Laufwerk anschließen oder sie zurückholen.</translation>
    </message>
    <message>
        <source>This file is no longer there, and is not found under another name: plug its drive in, or bring it back; if it was moved and edited, nothing can be taken back.</source>
        <translation>Diese Datei ist nicht mehr da und findet sich auch nicht unter einem anderen Namen: ihr Laufwerk anschließen oder sie zurückbringen; wurde sie verschoben und bearbeitet, lässt sich nichts zurücknehmen.</translation>
    </message>
    <message>
        <source>This file is no longer there, and several could be it ({1}): give one of them its name again.</source>
        <translation>Diese Datei ist nicht mehr da, und mehrere könnten es sein ({1}): einer davon ihren Namen wiedergeben.</translation>
    </message>
    <message>
        <source>This file is no longer there.</source>
        <translation>Diese Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>This file is no longer there: scan its folder again.</source>
        <translation>Diese Datei ist nicht mehr da: ihren Ordner neu einlesen.</translation>
    </message>
    <message>
        <source>This file is read-only: allow writing to it, or leave it out.</source>
        <translation>Diese Datei ist schreibgeschützt: das Schreiben erlauben oder sie auslassen.</translation>
    </message>
    <message>
        <source>This file is somebody else&apos;s, and would become yours: it is left as it is.</source>
        <translation>Diese Datei gehört jemand anderem und ginge in den eigenen Besitz über: Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>This file may not be changed, or another program has it open: allow it, or leave it out.</source>
        <translation>Diese Datei darf nicht geändert werden, oder ein anderes Programm hat sie geöffnet: es erlauben oder sie auslassen.</translation>
    </message>
    <message>
        <source>This file may not be renamed, or another program has it open: close it there, or leave it out.</source>
        <translation>Diese Datei darf nicht umbenannt werden, oder ein anderes Programm hat sie geöffnet: dort schließen oder sie auslassen.</translation>
    </message>
    <message>
        <source>This file needs more memory than one sound may have.</source>
        <translation>Diese Datei braucht mehr Speicher, als ein Klang haben darf.</translation>
    </message>
    <message>
        <source>This file was changed since its texts were written: it is left as it is.</source>
        <translation>Diese Datei wurde geändert, seit ihre Texte geschrieben wurden: Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>This file was changed while it was being heard; rescan its folder.</source>
        <translation>Diese Datei wurde geändert, während sie angehört wurde; ihren Ordner neu einlesen.</translation>
    </message>
    <message>
        <source>This folder is no longer in the library: look at the list of folders again.</source>
        <translation>Dieser Ordner ist nicht mehr in der Bibliothek: die Liste der Ordner noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This is a link or no file: it is left as it is.</source>
        <translation>Das ist ein Link oder keine Datei: Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>This is a link to a file outside the folders of the library: it is left as it is.</source>
        <translation>Das ist ein Link auf eine Datei außerhalb der Ordner der Bibliothek: Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>This is no WAV, RF64 or AIFF file.</source>
        <translation>Das ist keine WAV-, RF64- oder AIFF-Datei.</translation>
    </message>
    <message>
        <source>This is no list of sounds that Earmark wrote.</source>
        <translation>Das ist keine Liste von Klängen, die Earmark geschrieben hat.</translation>
    </message>
    <message>
        <source>This is no playlist, but something else of its name.</source>
        <translation>Das ist keine Wiedergabeliste, sondern etwas anderes dieses Namens.</translation>
    </message>
    <message>
        <source>This is not a file that can hold a sound.</source>
        <translation>Das ist keine Datei, die einen Klang enthalten kann.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Das ist keine Datei.</translation>
    </message>
    <message>
        <source>This is not audio that Earmark can read ({words1}).</source>
        <translation>Das ist kein Klang, den Earmark lesen kann ({words1}).</translation>
    </message>
    <message>
        <source>This journal is damaged.</source>
        <translation>Dieses Protokoll ist beschädigt.</translation>
    </message>
    <message>
        <source>This part of the sound is silent: select another one.</source>
        <translation>Dieser Teil des Klangs ist still: einen anderen wählen.</translation>
    </message>
    <message>
        <source>This part of the sound is too short to be heard: select more of it.</source>
        <translation>Dieser Teil des Klangs ist zu kurz, um gehört zu werden: mehr davon wählen.</translation>
    </message>
    <message>
        <source>This sound is only {1} ms long, too short to be heard.</source>
        <translation>Dieser Klang ist nur {1} ms lang, zu kurz, um gehört zu werden.</translation>
    </message>
    <message>
        <source>This sound is silent from beginning to end.</source>
        <translation>Dieser Klang ist von Anfang bis Ende still.</translation>
    </message>
    <message>
        <source>This was taken away while it was looked at: plug its drive in again, or locate the folder.</source>
        <translation>Das verschwand, während es angesehen wurde: sein Laufwerk wieder anschließen oder den Ordner suchen.</translation>
    </message>
    <message>
        <source>This was written by a newer version of Earmark: install that to read it.</source>
        <translation>Das wurde von einer neueren Version von Earmark geschrieben: diese installieren, um es zu lesen.</translation>
    </message>
    <message>
        <source>This writing was taken back or forgotten meanwhile.</source>
        <translation>Dieses Schreiben wurde inzwischen zurückgenommen oder vergessen.</translation>
    </message>
    <message>
        <source>Too few of these sounds can be heard to compare two labels. {words1}</source>
        <translation>Zu wenige dieser Klänge können gehört werden, um zwei Labels zu vergleichen. {words1}</translation>
    </message>
    <message>
        <source>Too many files have this name: choose another creator or source.</source>
        <translation>Zu viele Dateien haben diesen Namen: Urheber oder Quelle anders wählen.</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Zu viele Links hintereinander</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Unclosed array</source>
        <translation>eine Liste ist nicht geschlossen</translation>
    </message>
    <message>
        <source>Unclosed inline table</source>
        <translation>eine Tabelle in der Zeile ist nicht geschlossen</translation>
    </message>
    <message>
        <source>Unescaped &apos;\&apos; in a string</source>
        <translation>ein einzelnes &apos;\&apos; in einem Text</translation>
    </message>
    <message>
        <source>Unspecified internal error</source>
        <translation>Unbekannter innerer Fehler</translation>
    </message>
    <message>
        <source>Unterminated string</source>
        <translation>ein Text ist nicht geschlossen</translation>
    </message>
    <message>
        <source>What else is in its {1} changed.</source>
        <translation>Was sonst in {1} steht, hat sich geändert.</translation>
    </message>
    <message>
        <source>What is in its chunk “{1}” changed.</source>
        <translation>Was im Chunk „{1}“ steht, hat sich geändert.</translation>
    </message>
    <message>
        <source>What stands behind its last chunk changed.</source>
        <translation>Was hinter dem letzten Chunk steht, hat sich geändert.</translation>
    </message>
    <message>
        <source>What stands in 1 file is not known yet, and so cannot be found by this.</source>
        <translation>Was in 1 Datei steht, ist noch nicht bekannt, und so kann sie hierdurch nicht gefunden werden.</translation>
    </message>
    <message>
        <source>What stands there cannot be read as a text.</source>
        <translation>Was dort steht, lässt sich nicht als Text lesen.</translation>
    </message>
    <message>
        <source>What was computed from your sounds (cache.db) is gone: the sounds are heard again. Nothing that you made was lost.</source>
        <translation>Was aus den Klängen berechnet wurde (cache.db), ist weg: Die Klänge werden noch einmal angehört. Nichts Selbstgemachtes ging verloren.</translation>
    </message>
    <message>
        <source>What was computed from your sounds (cache.db) was damaged and is kept as {1}: the sounds are heard again. Nothing that you made was lost.</source>
        <translation>Was aus den Klängen berechnet wurde (cache.db), war beschädigt und wird als {1} aufbewahrt: Die Klänge werden noch einmal angehört. Nichts Selbstgemachtes ging verloren.</translation>
    </message>
    <message>
        <source>With these tags the file would be larger than 4 GB, which this kind of file cannot be.</source>
        <translation>Mit diesen Angaben wäre die Datei größer als 4 GB, was eine Datei dieser Art nicht sein kann.</translation>
    </message>
    <message>
        <source>You are not allowed to read this file; change its permissions.</source>
        <translation>Diese Datei darf nicht gelesen werden; ihre Zugriffsrechte ändern.</translation>
    </message>
    <message>
        <source>You may not read {1}: change its permissions.</source>
        <translation>{1} darf nicht gelesen werden: die Zugriffsrechte ändern.</translation>
    </message>
    <message>
        <source>You may not write in {1}, as is needed to read {2}: change the folder&apos;s permissions.</source>
        <translation>In {1} darf nicht geschrieben werden, was zum Lesen von {2} nötig ist: die Zugriffsrechte des Ordners ändern.</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>ein Datum oder eine Uhrzeit</translation>
    </message>
    <message>
        <source>a field is longer than {number1} characters</source>
        <translation>ein Feld hat mehr als {number1} Zeichen</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a tag must be a table under a line [[tags]], not {words1}.</source>
        <translation>ein Schlagwort muss eine Tabelle unter einer Zeile [[tags]] sein, nicht {words1}.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>all that is left of {1} is its log</source>
        <translation>von {1} ist nur das Protokoll übrig</translation>
    </message>
    <message>
        <source>another tag has the id &quot;{1}&quot; too: ids must differ.</source>
        <translation>ein anderes Schlagwort hat schon die Kennung &quot;{1}&quot;: Kennungen müssen verschieden sein.</translation>
    </message>
    <message>
        <source>another tag is named &quot;{1}&quot; too: names must differ.</source>
        <translation>ein anderes Schlagwort heißt schon &quot;{1}&quot;: Namen müssen verschieden sein.</translation>
    </message>
    <message>
        <source>bpm:120, bpm:120|128, bpm:90..100 or bpm:&gt;140</source>
        <translation>bpm:120, bpm:120|128, bpm:90..100 oder bpm:&gt;140</translation>
    </message>
    <message>
        <source>cache.db does not say which embedder made {words1}.</source>
        <translation>In cache.db fehlt, von welchem Netz {words1} kommen.</translation>
    </message>
    <message>
        <source>cache.db has embeddings of different lengths from {words1}.</source>
        <translation>In cache.db sind Embeddings verschiedener Länge von {words1}.</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>collection:&quot;Rain set&quot;</source>
        <translation>collection:&quot;Rain set&quot;</translation>
    </message>
    <message>
        <source>did you mean &quot;{1}&quot;?</source>
        <translation>ist &quot;{1}&quot; gemeint?</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>format:flac or format:wav,flac</source>
        <translation>format:flac oder format:wav,flac</translation>
    </message>
    <message>
        <source>hearing a sound failed in a way that nobody expected</source>
        <translation>beim Anhören eines Klangs ging etwas schief, womit niemand gerechnet hat</translation>
    </message>
    <message>
        <source>is:favourite, is:untagged, is:duplicate, is:silent, is:unreadable, is:missing or is:offline</source>
        <translation>is:favourite, is:untagged, is:duplicate, is:silent, is:unreadable, is:missing oder is:offline</translation>
    </message>
    <message>
        <source>it contains a number that is too long: thresholds lie between 0 and 1.</source>
        <translation>darin steht eine zu lange Zahl: Schwellen liegen zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>it does not say which sound it is about</source>
        <translation>es fehlt, um welchen Klang es geht</translation>
    </message>
    <message>
        <source>it has more cells than there are columns: see that texts with separators are quoted</source>
        <translation>es sind mehr Zellen, als es Spalten gibt: Texte mit Trennzeichen müssen in Anführungszeichen stehen</translation>
    </message>
    <message>
        <source>it has weights, so the file must name its embedder at the top: embedder = &quot;...&quot;.</source>
        <translation>es hat Gewichte, deshalb muss die Datei oben ihr Netz nennen: embedder = &quot;...&quot;.</translation>
    </message>
    <message>
        <source>it is larger than {1} MB</source>
        <translation>größer als {1} MB</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>it is tried again later.</source>
        <translation>es wird später noch einmal versucht.</translation>
    </message>
    <message>
        <source>its lists are nested too deeply</source>
        <translation>zu tief geschachtelte Listen</translation>
    </message>
    <message>
        <source>its lists or tables are nested too deeply: a vocabulary needs only [[tags]] and lists.</source>
        <translation>Listen oder Tabellen sind zu tief geschachtelt: Ein Vokabular braucht nur [[tags]] und Listen.</translation>
    </message>
    <message>
        <source>key:F#m, key:Bb or key:C|Am</source>
        <translation>key:F#m, key:Bb oder key:C|Am</translation>
    </message>
    <message>
        <source>kind:loop or kind:one-shot</source>
        <translation>kind:loop oder kind:one-shot</translation>
    </message>
    <message>
        <source>length:&lt;2, length:&gt;0.5 or length:1-3</source>
        <translation>length:&lt;2, length:&gt;0.5 oder length:1-3</translation>
    </message>
    <message>
        <source>library.db does not say which audio belongs to {words1}.</source>
        <translation>In library.db fehlt, welches Audio zu {words1} gehört.</translation>
    </message>
    <message>
        <source>library.db has {words1} that Earmark cannot make sense of.</source>
        <translation>In library.db steht etwas, womit Earmark nichts anfangen kann: {words1}.</translation>
    </message>
    <message>
        <source>library.db has {words1} that cannot be.</source>
        <translation>In library.db steht etwas, das nicht sein kann: {words1}.</translation>
    </message>
    <message>
        <source>library.db is damaged: it lacks what it should hold ({1}).</source>
        <translation>library.db ist beschädigt: Es fehlt, was darin stehen sollte ({1}).</translation>
    </message>
    <message>
        <source>library.db lacks the audio format of {words1}.</source>
        <translation>In library.db fehlt das Audioformat: {words1}.</translation>
    </message>
    <message>
        <source>library.db lacks the {words1} of {words2}.</source>
        <translation>In library.db fehlt etwas ({words1}) für: {words2}.</translation>
    </message>
    <message>
        <source>lufs:&lt;-20 or lufs:-24..-18</source>
        <translation>lufs:&lt;-20 oder lufs:-24..-18</translation>
    </message>
    <message>
        <source>rating:&gt;=3, rating:5 or rating:2-4</source>
        <translation>rating:&gt;=3, rating:5 oder rating:2-4</translation>
    </message>
    <message>
        <source>tag:&quot;door slam&quot; or tag:wood|metal</source>
        <translation>tag:&quot;door slam&quot; oder tag:wood|metal</translation>
    </message>
    <message>
        <source>the alias &quot;{1}&quot; already stands for &quot;{2}&quot;: remove one of them.</source>
        <translation>das Synonym &quot;{1}&quot; steht schon für &quot;{2}&quot;: eines davon entfernen.</translation>
    </message>
    <message>
        <source>the content id “{1}” is no hexadecimal number (it may be empty)</source>
        <translation>die Inhaltskennung „{1}“ ist keine hexadezimale Zahl (sie darf leer sein)</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>das Laufwerk ist voll</translation>
    </message>
    <message>
        <source>the file was made for a newer version: update Earmark to use it.</source>
        <translation>die Datei ist für eine neuere Version gemacht: Earmark erneuern, um sie zu benutzen.</translation>
    </message>
    <message>
        <source>the folder {1} cannot be made ({words2}): check who may write there.</source>
        <translation>der Ordner {1} lässt sich nicht anlegen ({words2}): prüfen, wer dort schreiben darf.</translation>
    </message>
    <message>
        <source>the id &quot;{1}&quot; may only have {2} lower-case letters, digits and hyphens: write &quot;{3}&quot;.</source>
        <translation>die Kennung &quot;{1}&quot; darf nur {2} Kleinbuchstaben, Ziffern und Bindestriche haben: &quot;{3}&quot; schreiben.</translation>
    </message>
    <message>
        <source>the id &quot;{1}&quot; may only have {2} lower-case letters, digits and hyphens: write a short word.</source>
        <translation>die Kennung &quot;{1}&quot; darf nur {2} Kleinbuchstaben, Ziffern und Bindestriche haben: ein kurzes Wort schreiben.</translation>
    </message>
    <message>
        <source>the keys are {1}.</source>
        <translation>die Schlüssel sind {1}.</translation>
    </message>
    <message>
        <source>the rating {1} is no number from 0 to {2}</source>
        <translation>die Bewertung {1} ist keine Zahl von 0 bis {2}</translation>
    </message>
    <message>
        <source>the rating “{1}” is no number from 0 to {2}</source>
        <translation>die Bewertung „{1}“ ist keine Zahl von 0 bis {2}</translation>
    </message>
    <message>
        <source>the tag &quot;{1}&quot; has no prompts: give at least one.</source>
        <translation>das Schlagwort &quot;{1}&quot; hat keine Prompts: mindestens einen angeben.</translation>
    </message>
    <message>
        <source>the tag &quot;{1}&quot;: {words2}</source>
        <translation>das Schlagwort &quot;{1}&quot;: {words2}</translation>
    </message>
    <message>
        <source>the vocabulary has no name: begin the file with name = &quot;...&quot;.</source>
        <translation>das Vokabular hat keinen Namen: die Datei mit name = &quot;...&quot; beginnen.</translation>
    </message>
    <message>
        <source>there already is a vocabulary with the id &quot;{1}&quot;: replace it, or change the id.</source>
        <translation>ein Vokabular mit der Kennung &quot;{1}&quot; gibt es schon: ersetzen oder die Kennung ändern.</translation>
    </message>
    <message>
        <source>there are {1}.</source>
        <translation>es gibt {1}.</translation>
    </message>
    <message>
        <source>there is no such vocabulary: did you mean &quot;{1}&quot;?</source>
        <translation>ein solches Vokabular gibt es nicht: ist &quot;{1}&quot; gemeint?</translation>
    </message>
    <message>
        <source>there is no such vocabulary: there are {1}.</source>
        <translation>ein solches Vokabular gibt es nicht: es gibt {1}.</translation>
    </message>
    <message>
        <source>this file already exists: replace it, or choose another name.</source>
        <translation>diese Datei gibt es schon: ersetzen oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>this file cannot be read ({words1}): check that it is there and that you may read it.</source>
        <translation>diese Datei ist nicht lesbar ({words1}): prüfen, ob sie da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>this file cannot be removed ({words1}): check who may write there.</source>
        <translation>diese Datei lässt sich nicht entfernen ({words1}): prüfen, wer dort schreiben darf.</translation>
    </message>
    <message>
        <source>this file cannot be saved in {1} ({words2}): check the space and who may write there.</source>
        <translation>diese Datei lässt sich nicht in {1} speichern ({words2}): prüfen, ob dort Platz ist und wer schreiben darf.</translation>
    </message>
    <message>
        <source>this file is larger than 10 MB: a vocabulary is much smaller.</source>
        <translation>diese Datei ist größer als 10 MB: Ein Vokabular ist viel kleiner.</translation>
    </message>
    <message>
        <source>this file was changed elsewhere since then: it is left as it is.</source>
        <translation>diese Datei wurde seither anderswo geändert: sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>this is more than 10 MB of text: a vocabulary is much smaller.</source>
        <translation>das sind mehr als 10 MB Text: Ein Vokabular ist viel kleiner.</translation>
    </message>
    <message>
        <source>this is not UTF-8 text: save the file as UTF-8.</source>
        <translation>das ist kein Text in UTF-8: die Datei als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>this is not a file: choose a vocabulary file (.toml).</source>
        <translation>das ist keine Datei: eine Vokabulardatei (.toml) wählen.</translation>
    </message>
    <message>
        <source>this is not a text file: it contains a NUL character.</source>
        <translation>das ist keine Textdatei: sie enthält ein NUL-Zeichen.</translation>
    </message>
    <message>
        <source>this is not valid TOML: {words1}.</source>
        <translation>das ist kein gültiges TOML: {words1}.</translation>
    </message>
    <message>
        <source>this key has too many parts: the keys of a vocabulary are single words.</source>
        <translation>dieser Schlüssel hat zu viele Teile: Die Schlüssel eines Vokabulars sind einzelne Wörter.</translation>
    </message>
    <message>
        <source>this tag has no name: add name = &quot;...&quot; under [[tags]].</source>
        <translation>dieses Schlagwort hat keinen Namen: name = &quot;...&quot; unter [[tags]] schreiben.</translation>
    </message>
    <message>
        <source>this tag: {words1}</source>
        <translation>dieses Schlagwort: {words1}</translation>
    </message>
    <message>
        <source>this vocabulary belongs to Earmark and cannot be deleted.</source>
        <translation>dieses Vokabular gehört zu Earmark und lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>warning:any or warning:{1}</source>
        <translation>warning:any oder warning:{1}</translation>
    </message>
    <message>
        <source>write &quot;{1}&quot;.</source>
        <translation>&quot;{1}&quot; schreiben.</translation>
    </message>
    <message>
        <source>write [[tags]] with two brackets on each side, once above each tag.</source>
        <translation>[[tags]] mit zwei Klammern auf jeder Seite schreiben, einmal über jedem Schlagwort.</translation>
    </message>
    <message>
        <source>write a short word.</source>
        <translation>ein kurzes Wort schreiben.</translation>
    </message>
    <message>
        <source>{1} at revision {2}</source>
        <translation>{1} in der Fassung {2}</translation>
    </message>
    <message>
        <source>{1} cannot be a checkpoint&apos;s file ({words2}); choose another folder.</source>
        <translation>{1} kann nicht die Datei eines Checkpoints sein ({words2}); einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{1} cannot be loaded as a CLAP checkpoint ({words2}).</source>
        <translation>{1} lässt sich nicht als CLAP-Checkpoint laden ({words2}).</translation>
    </message>
    <message>
        <source>{1} cannot be reached; check the connection to the internet and start the download again.</source>
        <translation>{1} ist nicht erreichbar; die Verbindung zum Internet prüfen und den Download neu beginnen.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}).</source>
        <translation>{1} ist nicht lesbar ({words2}).</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}): check that it is a file of yours.</source>
        <translation>{1} ist nicht lesbar ({words2}): prüfen, ob es eine eigene Datei ist.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}): correct it, or delete it to begin without saved searches.</source>
        <translation>{1} ist nicht lesbar ({words2}): berichtigen, oder löschen, um ohne gespeicherte Suchen zu beginnen.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}): see what is in its place.</source>
        <translation>{1} ist nicht lesbar ({words2}): nachsehen, was an dieser Stelle ist.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}); check the drive it is on.</source>
        <translation>{1} ist nicht lesbar ({words2}); das Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>{1} cannot be read any more; check the drive it is on.</source>
        <translation>{1} ist nicht mehr lesbar; das Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>{1} cannot be read: SQLite says “{2}”.</source>
        <translation>{1} ist nicht lesbar: SQLite sagt „{2}“.</translation>
    </message>
    <message>
        <source>{1} cannot be read: {words2}.</source>
        <translation>{1} ist nicht lesbar: {words2}.</translation>
    </message>
    <message>
        <source>{1} cannot be read; download the checkpoint again.</source>
        <translation>{1} ist nicht lesbar; den Checkpoint neu herunterladen.</translation>
    </message>
    <message>
        <source>{1} cannot be used ({words2}).</source>
        <translation>{1} lässt sich nicht benutzen ({words2}).</translation>
    </message>
    <message>
        <source>{1} cannot be written ({words2}); see to that drive.</source>
        <translation>{1} lässt sich nicht schreiben ({words2}); nach dem Laufwerk sehen.</translation>
    </message>
    <message>
        <source>{1} cannot run it ({words2}).</source>
        <translation>{1} kann es nicht ausführen ({words2}).</translation>
    </message>
    <message>
        <source>{1} computes otherwise than torch does (cosine {2}).</source>
        <translation>{1} rechnet anders als torch (Kosinus {2}).</translation>
    </message>
    <message>
        <source>{1} did not arrive as {2} published it and was thrown away; start the download again.</source>
        <translation>{1} kam nicht so an, wie {2} es veröffentlicht hat, und wurde verworfen; den Download neu beginnen.</translation>
    </message>
    <message>
        <source>{1} does not say what it should.</source>
        <translation>{1} sagt nicht, was es soll.</translation>
    </message>
    <message>
        <source>{1} gave an answer that makes no sense; try again later.</source>
        <translation>{1} gab eine Antwort, die keinen Sinn ergibt; später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{1} has no memory left, not even for one sound: close other programs that use it.</source>
        <translation>{1}: kein Speicher mehr frei, nicht einmal für einen Klang; andere Programme schließen, die ihn benutzen.</translation>
    </message>
    <message>
        <source>{1} has no {2} any more; update this program or choose another checkpoint.</source>
        <translation>{1} hat {2} nicht mehr; dieses Programm erneuern oder einen anderen Checkpoint wählen.</translation>
    </message>
    <message>
        <source>{1} holds a network of the kind “{2}”, not CLAP; choose another folder.</source>
        <translation>{1} enthält ein Netz der Art „{2}“, nicht CLAP; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{1} holds its weights only as a pickle, which could run any code when opened; choose a checkpoint that has model.safetensors.</source>
        <translation>{1} enthält die Gewichte nur als Pickle, der beim Öffnen beliebigen Code ausführen könnte; einen Checkpoint mit model.safetensors wählen.</translation>
    </message>
    <message>
        <source>{1} is a file: add the folder it lies in.</source>
        <translation>{1} ist eine Datei: den Ordner hinzufügen, in dem sie liegt.</translation>
    </message>
    <message>
        <source>{1} is a spreadsheet: save it as “CSV UTF-8”, and name that file.</source>
        <translation>{1} ist eine Arbeitsmappe: als „CSV UTF-8“ speichern und diese Datei angeben.</translation>
    </message>
    <message>
        <source>{1} is being downloaded already; wait until that ends.</source>
        <translation>{1} wird schon heruntergeladen; abwarten, bis das fertig ist.</translation>
    </message>
    <message>
        <source>{1} is damaged or incomplete; download the checkpoint again.</source>
        <translation>{1} ist beschädigt oder unvollständig; den Checkpoint neu herunterladen.</translation>
    </message>
    <message>
        <source>{1} is damaged, or not a file of Earmark: it does not say that it is one.</source>
        <translation>{1} ist beschädigt oder keine Datei von Earmark: Es steht nicht darin.</translation>
    </message>
    <message>
        <source>{1} is damaged: SQLite says {2}.</source>
        <translation>{1} ist beschädigt: SQLite sagt {2}.</translation>
    </message>
    <message>
        <source>{1} is damaged: SQLite says “{2}”.</source>
        <translation>{1} ist beschädigt: SQLite sagt „{2}“.</translation>
    </message>
    <message>
        <source>{1} is damaged: all that is left of it is its log, {2}.</source>
        <translation>{1} ist beschädigt: Davon ist nur das Protokoll übrig, {2}.</translation>
    </message>
    <message>
        <source>{1} is in use by another program: close that, and try again.</source>
        <translation>Ein anderes Programm benutzt {1}: dieses schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{1} is incomplete or damaged; download the checkpoint again.</source>
        <translation>{1} ist unvollständig oder beschädigt; den Checkpoint neu herunterladen.</translation>
    </message>
    <message>
        <source>{1} is larger than {2} MB, as no tokenizer is; choose another folder.</source>
        <translation>{1} ist größer als {2} MB, was kein Tokenizer ist; einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{1} is neither a folder nor a .csv file that is there: name one of them.</source>
        <translation>{1} ist weder ein Ordner noch eine vorhandene .csv-Datei: eines davon angeben.</translation>
    </message>
    <message>
        <source>{1} is no journal.</source>
        <translation>{1} ist kein Protokoll.</translation>
    </message>
    <message>
        <source>{1} is no sound</source>
        <translation>{1} ist kein Klang</translation>
    </message>
    <message>
        <source>{1} is no table that can be read: {words2}.</source>
        <translation>{1} ist keine lesbare Tabelle: {words2}.</translation>
    </message>
    <message>
        <source>{1} is no tag: it needs “vocabulary”, “tag” and “said”</source>
        <translation>{1} ist kein Schlagwort: nötig sind „vocabulary“, „tag“ und „said“</translation>
    </message>
    <message>
        <source>{1} is none of .json, .csv, .txt, .m3u and .m3u8, as Earmark writes and reads them.</source>
        <translation>{1} ist nichts von .json, .csv, .txt, .m3u und .m3u8, was Earmark schreibt und liest.</translation>
    </message>
    <message>
        <source>{1} is not UTF-8 text: save it as “CSV UTF-8”.</source>
        <translation>{1} ist kein Text in UTF-8: als „CSV UTF-8“ speichern.</translation>
    </message>
    <message>
        <source>{1} is not a checkpoint&apos;s file; download the checkpoint again.</source>
        <translation>{1} ist keine Datei eines Checkpoints; den Checkpoint neu herunterladen.</translation>
    </message>
    <message>
        <source>{1} is not a whole CLAP checkpoint; choose another one.</source>
        <translation>{1} ist kein ganzer CLAP-Checkpoint; einen anderen wählen.</translation>
    </message>
    <message>
        <source>{1} is not on this computer yet. Get it with: earmark embedder download {2}</source>
        <translation>{1} ist noch nicht auf diesem Computer. So kommt es her: earmark embedder download {2}</translation>
    </message>
    <message>
        <source>{1} is not the table of {2}: it lacks {3}.</source>
        <translation>{1} ist nicht die Tabelle von {2}: Es fehlt {3}.</translation>
    </message>
    <message>
        <source>{1} is not valid: {words2}. Correct it, or delete it to start from the defaults.</source>
        <translation>{1} ist nicht gültig: {words2}. Berichtigen, oder löschen, um mit den Voreinstellungen zu beginnen.</translation>
    </message>
    <message>
        <source>{1} is not written as “{2}”: take some of {3}.</source>
        <translation>{1} wird nicht als „{2}“ geschrieben: zur Wahl stehen {3}.</translation>
    </message>
    <message>
        <source>{1} is the library itself: there is nothing to restore.</source>
        <translation>{1} ist die Bibliothek selbst: Es gibt nichts zurückzuholen.</translation>
    </message>
    <message>
        <source>{1} lacks its tokenizer (tokenizer.json); download the checkpoint again.</source>
        <translation>In {1} fehlt der Tokenizer (tokenizer.json); den Checkpoint neu herunterladen.</translation>
    </message>
    <message>
        <source>{1} lacks the weights (model.safetensors); download the checkpoint again or choose another folder.</source>
        <translation>In {1} fehlen die Gewichte (model.safetensors); den Checkpoint neu herunterladen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{1} lacks {2}; choose the folder that holds the whole CLAP checkpoint.</source>
        <translation>In {1} fehlt {2}; den Ordner mit dem ganzen CLAP-Checkpoint wählen.</translation>
    </message>
    <message>
        <source>{1} names no sounds with labels.</source>
        <translation>{1} nennt keine Klänge mit Labels.</translation>
    </message>
    <message>
        <source>{1} names no sounds: it needs a line of column names and a line a sound.</source>
        <translation>{1} nennt keine Klänge: nötig sind eine Zeile mit Spaltennamen und eine Zeile je Klang.</translation>
    </message>
    <message>
        <source>{1} offers another revision of {2} than the one that was asked for; try again later.</source>
        <translation>{1} bietet eine andere Fassung von {2} an als die verlangte; später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{1} offers its weights only as a pickle, which could run any code when opened; choose a checkpoint that has safetensors.</source>
        <translation>{1} bietet die Gewichte nur als Pickle an, der beim Öffnen beliebigen Code ausführen könnte; einen Checkpoint mit safetensors wählen.</translation>
    </message>
    <message>
        <source>{1} overlaps the folder {2}: remove that one first.</source>
        <translation>{1} überschneidet sich mit dem Ordner {2}: erst diesen entfernen.</translation>
    </message>
    <message>
        <source>{1} prepares sounds in a way this program does not know (truncation “{2}”, padding “{3}”); choose another checkpoint.</source>
        <translation>{1} bereitet Klänge auf eine Weise vor, die dieses Programm nicht kennt (Kürzen „{2}“, Auffüllen „{3}“); einen anderen Checkpoint wählen.</translation>
    </message>
    <message>
        <source>{1} takes {2} ms for a sound, and the {3} cores {4} ms.</source>
        <translation>{1} braucht {2} ms für einen Klang, und die {3} Kerne {4} ms.</translation>
    </message>
    <message>
        <source>{1} was made for another version of Earmark. Install Earmark again.</source>
        <translation>{1} ist für eine andere Version von Earmark gemacht. Earmark neu installieren.</translation>
    </message>
    <message>
        <source>{1} was written by a newer version of Earmark: install that version to check it.</source>
        <translation>{1} wurde von einer neueren Version von Earmark geschrieben: diese installieren, um es zu prüfen.</translation>
    </message>
    <message>
        <source>{1}, line {2}: {words3}</source>
        <translation>{1}, Zeile {2}: {words3}</translation>
    </message>
    <message>
        <source>{1}, where the embedder “{2}” was, has none: bring it back, or choose another one with: earmark embedder use starter</source>
        <translation>In {1}, wo das Netz „{2}“ war, ist keines: zurückbringen oder ein anderes wählen, mit: earmark embedder use starter</translation>
    </message>
    <message>
        <source>{1}: {2} has the id &quot;{3}&quot; too: give this file another id.</source>
        <translation>{1}: {2} hat schon die Kennung &quot;{3}&quot;: dieser Datei eine andere geben.</translation>
    </message>
    <message>
        <source>{1}: {words2}</source>
        <translation>{1}: {words2}</translation>
    </message>
    <message>
        <source>{1}://{2} is not a safe address (https); nothing was downloaded.</source>
        <translation>{1}://{2} ist keine sichere Adresse (https); es wurde nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>{number1} audio formats</source>
        <translation>{number1} Audioformate</translation>
    </message>
    <message>
        <source>{number1} edited sounds</source>
        <translation>{number1} bearbeitete Klänge</translation>
    </message>
    <message>
        <source>{number1} embedders</source>
        <translation>{number1} Netze</translation>
    </message>
    <message>
        <source>{number1} embeddings</source>
        <translation>{number1} Embeddings</translation>
    </message>
    <message>
        <source>{number1} embeddings of long sounds</source>
        <translation>{number1} Embeddings langer Klänge</translation>
    </message>
    <message>
        <source>{number1} embeddings of texts</source>
        <translation>{number1} Embeddings von Texten</translation>
    </message>
    <message>
        <source>{number1} file names contain “{2}”: put it in quotes to see only that.</source>
        <translation>{number1} Dateinamen enthalten „{2}“: in Anführungszeichen setzen, um nur diesen zu sehen.</translation>
    </message>
    <message>
        <source>{number1} file names contain “{2}”: put it in quotes to see only those.</source>
        <translation>{number1} Dateinamen enthalten „{2}“: in Anführungszeichen setzen, um nur diese zu sehen.</translation>
    </message>
    <message>
        <source>{number1} ratings</source>
        <translation>{number1} Bewertungen</translation>
    </message>
    <message>
        <source>{number1} sounds</source>
        <translation>{number1} Klänge</translation>
    </message>
    <message>
        <source>{number1} sounds have not been measured yet, and so cannot be found by this.</source>
        <translation>{number1} Klänge sind noch nicht gemessen und können deshalb so nicht gefunden werden.</translation>
    </message>
    <message>
        <source>{number1} sounds in collections</source>
        <translation>{number1} Klänge in Sammlungen</translation>
    </message>
    <message>
        <source>{number1} sounds with a rating or note</source>
        <translation>{number1} Klänge mit Bewertung oder Notiz</translation>
    </message>
    <message>
        <source>{number1} tag decisions</source>
        <translation>{number1} Urteile über Schlagwörter</translation>
    </message>
    <message>
        <source>{number1} texts that Earmark wrote</source>
        <translation>{number1} Texte, die Earmark geschrieben hat</translation>
    </message>
    <message>
        <source>{words1} It holds only what was computed from your sounds: nothing that you made is hurt.</source>
        <translation>{words1} Darin steht nur, was aus den Klängen berechnet wurde: Nichts Selbstgemachtes ist davon berührt.</translation>
    </message>
    <message>
        <source>{words1} It is left as it is.</source>
        <translation>{words1} Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{words1} It stays as it is.</source>
        <translation>{words1} Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>{words1} contains a character that cannot be shown (U+{2}): remove it.</source>
        <translation>{words1} enthält ein Zeichen, das sich nicht zeigen lässt (U+{2}): entfernen.</translation>
    </message>
    <message>
        <source>{words1} is empty: write something or remove it.</source>
        <translation>{words1} ist leer: etwas schreiben oder entfernen.</translation>
    </message>
    <message>
        <source>{words1} is longer than {2} characters: shorten it.</source>
        <translation>{words1} hat mehr als {2} Zeichen: kürzen.</translation>
    </message>
    <message>
        <source>{words1} is of no use: it does not hold what the library holds.</source>
        <translation>{words1} taugt nichts: Es steht nicht darin, was in der Bibliothek steht.</translation>
    </message>
    <message>
        <source>{words1} is of no use: its {2} is empty.</source>
        <translation>{words1} taugt nichts: {2} darin ist leer.</translation>
    </message>
    <message>
        <source>{words1} is of no use: {words2}</source>
        <translation>{words1} taugt nichts: {words2}</translation>
    </message>
    <message>
        <source>{words1} must be a text in quotes, not {words2}.</source>
        <translation>{words1} muss ein Text in Anführungszeichen sein, nicht {words2}.</translation>
    </message>
    <message>
        <source>{words1}&quot;bias&quot; must be a number, for example -2.5.</source>
        <translation>{words1}&quot;bias&quot; muss eine Zahl sein, zum Beispiel -2.5.</translation>
    </message>
    <message>
        <source>{words1}&quot;colour&quot; must look like &quot;#4f8a5b&quot;, not &quot;{2}&quot;.</source>
        <translation>{words1}&quot;colour&quot; muss aussehen wie &quot;#4f8a5b&quot;, nicht &quot;{2}&quot;.</translation>
    </message>
    <message>
        <source>{words1}&quot;learn&quot; must be true or false, without quotes.</source>
        <translation>{words1}&quot;learn&quot; muss true oder false sein, ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>{words1}&quot;threshold&quot; must be a number from 0 to 1, for example 0.5.</source>
        <translation>{words1}&quot;threshold&quot; muss eine Zahl von 0 bis 1 sein, zum Beispiel 0.5.</translation>
    </message>
    <message>
        <source>{words1}&quot;weights&quot; must be a text of numbers, not {words2}.</source>
        <translation>{words1}&quot;weights&quot; muss ein Text aus Zahlen sein, nicht {words2}.</translation>
    </message>
    <message>
        <source>{words1}&quot;weights&quot; {words2}: train the vocabulary again.</source>
        <translation>{words1}&quot;weights&quot; {words2}: das Vokabular neu trainieren.</translation>
    </message>
    <message>
        <source>{words1}&quot;{2}&quot; is a prompt and a counter-prompt: remove one of them.</source>
        <translation>{words1}&quot;{2}&quot; ist Prompt und Gegen-Prompt zugleich: eines davon entfernen.</translation>
    </message>
    <message>
        <source>{words1}&quot;{2}&quot; is missing: a trained tag has weights and a bias.</source>
        <translation>{words1}&quot;{2}&quot; fehlt: Ein trainiertes Schlagwort hat Gewichte und einen Bias.</translation>
    </message>
    <message>
        <source>{words1}&quot;{2}&quot; must be a list: write {3} = [&quot;...&quot;].</source>
        <translation>{words1}&quot;{2}&quot; muss eine Liste sein: {3} = [&quot;...&quot;] schreiben.</translation>
    </message>
    <message>
        <source>{words1}it has weights, so the file must name its embedder at the top: embedder = &quot;...&quot;.</source>
        <translation>{words1}es hat Gewichte, deshalb muss die Datei oben ihr Netz nennen: embedder = &quot;...&quot;.</translation>
    </message>
    <message>
        <source>{words1}one of the texts in &quot;{2}&quot;</source>
        <translation>{words1}einer der Texte in &quot;{2}&quot;</translation>
    </message>
    <message>
        <source>{words1}the key &quot;{2}&quot; is not known here: did you mean &quot;{3}&quot;?</source>
        <translation>{words1}den Schlüssel &quot;{2}&quot; gibt es hier nicht: ist &quot;{3}&quot; gemeint?</translation>
    </message>
    <message>
        <source>{words1}the key &quot;{2}&quot; is not known here: the keys are {3}.</source>
        <translation>{words1}den Schlüssel &quot;{2}&quot; gibt es hier nicht: die Schlüssel sind {3}.</translation>
    </message>
    <message>
        <source>“collections” should have texts in it, not {1}</source>
        <translation>in „collections“ sollten Texte stehen, nicht {1}</translation>
    </message>
    <message>
        <source>“length:{1}” is not a length: write {words2} (seconds).</source>
        <translation>„length:{1}“ ist keine Länge: {words2} schreiben (Sekunden).</translation>
    </message>
    <message>
        <source>“{1}:{2}” cannot be read: write {words3}.</source>
        <translation>„{1}:{2}“ ist nicht zu verstehen: {words3} schreiben.</translation>
    </message>
    <message>
        <source>“{1}:” needs something after it, for example {words2}.</source>
        <translation>„{1}:“ braucht etwas dahinter, zum Beispiel {words2}.</translation>
    </message>
    <message>
        <source>“{1}” cannot be compared with other sounds. {words2}</source>
        <translation>„{1}“ lässt sich nicht mit anderen Klängen vergleichen. {words2}</translation>
    </message>
    <message>
        <source>“{1}” is not a field that is written: take some of {2}.</source>
        <translation>„{1}“ ist kein Feld, das geschrieben wird: zur Wahl stehen {2}.</translation>
    </message>
    <message>
        <source>“{1}” is not connected: sounds play on the system&apos;s default device until it is back.</source>
        <translation>„{1}“ ist nicht angeschlossen: Klänge kommen aus dem Standardgerät des Systems, bis es wieder da ist.</translation>
    </message>
    <message>
        <source>“{1}” is not known here; choose one of {2}.</source>
        <translation>„{1}“ ist hier nicht bekannt; zur Wahl stehen {2}.</translation>
    </message>
    <message>
        <source>“{1}” should be a vocabulary and a tag, as in “everyday/rain”</source>
        <translation>„{1}“ sollte ein Vokabular und ein Schlagwort sein, wie „everyday/rain“</translation>
    </message>
    <message>
        <source>“{1}” should be accepted, rejected or added</source>
        <translation>„{1}“ sollte accepted, rejected oder added sein</translation>
    </message>
    <message>
        <source>“{1}” should be collections in brackets, as in [&quot;Field trip&quot;, &quot;Rain&quot;]</source>
        <translation>„{1}“ sollten Sammlungen in Klammern sein, wie [&quot;Field trip&quot;, &quot;Rain&quot;]</translation>
    </message>
    <message>
        <source>“{1}” should be {words2}, not {3}</source>
        <translation>„{1}“ sollte {words2} sein, nicht {3}</translation>
    </message>
    <message>
        <source>“{1}” was understood as “{2}”.</source>
        <translation>„{1}“ wurde als „{2}“ verstanden.</translation>
    </message>
</context>
<context>
    <name>RegionActions</name>
    <message>
        <source>Waveform and region</source>
        <translation>Wellenform und Bereich</translation>
    </message>
    <message>
        <source>Begin the region at the playhead</source>
        <translation>Bereich an der Abspielstelle beginnen</translation>
    </message>
    <message>
        <source>End the region at the playhead</source>
        <translation>Bereich an der Abspielstelle beenden</translation>
    </message>
    <message>
        <source>Make the moment found the region</source>
        <translation>Gefundene Stelle als Bereich wählen</translation>
    </message>
    <message>
        <source>Clear the region</source>
        <translation>Bereich aufheben</translation>
    </message>
    <message>
        <source>Find sounds like this region</source>
        <translation>Klänge wie diesen Bereich finden</translation>
    </message>
    <message>
        <source>Save the region as a file...</source>
        <translation>Bereich als Datei speichern...</translation>
    </message>
    <message>
        <source>Waveform or spectrogram</source>
        <translation>Wellenform oder Spektrogramm</translation>
    </message>
    <message>
        <source>Channels in one lane or apart</source>
        <translation>Kanäle zusammen oder getrennt</translation>
    </message>
    <message>
        <source>Zoom into the waveform</source>
        <translation>Wellenform vergrößern</translation>
    </message>
    <message>
        <source>Zoom out of the waveform</source>
        <translation>Wellenform verkleinern</translation>
    </message>
    <message>
        <source>Show all of the waveform</source>
        <translation>Ganze Wellenform zeigen</translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message>
        <source>Start, end and length of the region</source>
        <translation>Anfang, Ende und Länge des Bereichs</translation>
    </message>
    <message>
        <source>Find sounds like this region</source>
        <translation>Klänge wie diesen Bereich finden</translation>
    </message>
    <message>
        <source>Save the region as a file...</source>
        <translation>Bereich als Datei speichern...</translation>
    </message>
    <message>
        <source>Clear the region (Esc)</source>
        <translation>Bereich aufheben (Esc)</translation>
    </message>
    <message>
        <source>{start} – {end}  ({length} s)</source>
        <translation>{start} – {end}  ({length} s)</translation>
    </message>
</context>
<context>
    <name>RegionCarrier</name>
    <message>
        <source>This sound was not listened to yet; its regions can be dragged in a moment.</source>
        <translation>Dieser Klang ist noch nicht angehört; gleich lassen sich Bereiche herausziehen.</translation>
    </message>
    <message>
        <source>This sound is not in the library: add its folder to drag regions of it.</source>
        <translation>Dieser Klang ist nicht in der Bibliothek: seinen Ordner hinzufügen, um Bereiche davon herauszuziehen.</translation>
    </message>
    <message>
        <source>The region cannot be rendered: {reason}</source>
        <translation>Der Bereich lässt sich nicht erzeugen: {reason}</translation>
    </message>
    <message>
        <source>Preparing the region...</source>
        <translation>Bereich wird vorbereitet...</translation>
    </message>
    <message>
        <source>The region is ready: drag it again.</source>
        <translation>Der Bereich ist fertig: noch einmal ziehen.</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>This sound was not listened to yet; its regions can be saved in a moment.</source>
        <translation>Dieser Klang ist noch nicht angehört; gleich lassen sich Bereiche speichern.</translation>
    </message>
    <message>
        <source>Save the region</source>
        <translation>Bereich speichern</translation>
    </message>
    <message>
        <source>Sounds (*{suffix})</source>
        <translation>Klänge (*{suffix})</translation>
    </message>
    <message>
        <source>This sound is not in the library: add its folder to save regions of it.</source>
        <translation>Dieser Klang ist nicht in der Bibliothek: seinen Ordner hinzufügen, um Bereiche davon zu speichern.</translation>
    </message>
    <message>
        <source>Saving the region...</source>
        <translation>Bereich wird gespeichert...</translation>
    </message>
    <message>
        <source>The region was saved as {path}.</source>
        <translation>Der Bereich ist als {path} gespeichert.</translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation>Eine Datei {name} gibt es schon.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>RenameSoundsDialog</name>
    <message>
        <source>Rename to UCS names</source>
        <translation>In UCS-Namen umbenennen</translation>
    </message>
    <message>
        <source>Progress of the renaming</source>
        <translation>Fortschritt des Umbenennens</translation>
    </message>
    <message>
        <source>&amp;Undo this renaming</source>
        <translation>Dieses Umbenennen &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Tick all</source>
        <translation>&amp;Alle ankreuzen</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>&amp;Keine ankreuzen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>Files get names that other programs can sort them by: CatID_FXName_CreatorID_SourceID. Nothing is renamed before you press “Rename”.</source>
        <translation>Dateien bekommen Namen, nach denen andere Programme sie ordnen können: CatID_FXName_CreatorID_SourceID. Nichts wird umbenannt, bevor Sie „Umbenennen“ drücken.</translation>
    </message>
    <message>
        <source>A click on a CatID offers others; a double-click on an FXName edits it, and on a name plays the sound. No file ever takes the place of another one, and the whole run can be taken back.</source>
        <translation>Ein Klick auf eine CatID bietet andere an; ein Doppelklick auf einen FXName ändert ihn, auf einen Namen spielt er den Klang. Keine Datei tritt je an die Stelle einer anderen, und der ganze Lauf lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Looking into the files; all CatIDs are read before that the first time, which may take a minute.</source>
        <translation>Die Dateien werden angesehen; beim ersten Mal werden vorher alle CatIDs gelesen, was eine Minute dauern kann.</translation>
    </message>
    <message>
        <source>Looking into the files: {done} of {total}</source>
        <translation>Die Dateien werden angesehen: {done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) can get a new name.</source>
        <translation>
            <numerusform>%Ln Datei kann einen neuen Namen bekommen.</numerusform>
            <numerusform>%Ln Dateien können neue Namen bekommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be renamed: their notes say why.</source>
        <translation>
            <numerusform>%Ln Datei kann nicht umbenannt werden: Ihr Hinweis sagt, warum.</numerusform>
            <numerusform>%Ln Dateien können nicht umbenannt werden: Ihre Hinweise sagen, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln sound(s) no CatID is sure enough: choose one in the list.</source>
        <translation>
            <numerusform>Für %Ln Klang ist keine CatID sicher genug: in der Liste eine wählen.</numerusform>
            <numerusform>Für %Ln Klänge ist keine CatID sicher genug: in der Liste eine wählen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln CatID(s) are doubtful, and not ticked before you do.</source>
        <translation>
            <numerusform>%Ln CatID ist zweifelhaft und erst angekreuzt, wenn Sie es tun.</numerusform>
            <numerusform>%Ln CatIDs sind zweifelhaft und erst angekreuzt, wenn Sie es tun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are named so already.</source>
        <translation>
            <numerusform>%Ln Datei heißt schon so.</numerusform>
            <numerusform>%Ln Dateien heißen schon so.</numerusform>
        </translation>
    </message>
    <message>
        <source>This could not be done; the log says more.</source>
        <translation>Das ging nicht; im Protokoll steht mehr.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Rename %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei &amp;umbenennen</numerusform>
            <numerusform>%Ln Dateien &amp;umbenennen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message numerus="yes">
        <source>CatIDs of %Ln sound(s)</source>
        <translation>
            <numerusform>CatID von %Ln Klang</numerusform>
            <numerusform>CatIDs von %Ln Klängen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was renamed that could be taken back.</source>
        <translation>Es wurde nichts umbenannt, was sich zurücknehmen ließe.</translation>
    </message>
</context>
<context>
    <name>RenamingForm</name>
    <message numerus="yes">
        <source>%Ln selected sound(s)</source>
        <translation>
            <numerusform>%Ln ausgewählter Klang</numerusform>
            <numerusform>%Ln ausgewählte Klänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln listed sound(s)</source>
        <translation>
            <numerusform>%Ln aufgelisteter Klang</numerusform>
            <numerusform>Alle %Ln aufgelisteten Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Who made the sounds, in short; else what the file says</source>
        <translation>Wer die Klänge gemacht hat, kurz; sonst, was die Datei sagt</translation>
    </message>
    <message>
        <source>What they were made for: a show, a library; else what the file says</source>
        <translation>Wofür sie gemacht sind: eine Serie, eine Bibliothek; sonst, was die Datei sagt</translation>
    </message>
    <message>
        <source>Old name, &amp;whole, as FXName</source>
        <translation>Alter Name, &amp;ganz, als FXName</translation>
    </message>
    <message>
        <source>CatID also by the sound a&amp;lone</source>
        <translation>CatID auch nach dem K&amp;lang allein</translation>
    </message>
    <message>
        <source>Where neither you nor the file nor its words tell: what fits its sound best</source>
        <translation>Wo weder Sie noch die Datei noch ihre Wörter es sagen: was am besten klingt wie er</translation>
    </message>
    <message>
        <source>Files &amp;of</source>
        <translation>&amp;Dateien von</translation>
    </message>
    <message>
        <source>Creator&amp;ID</source>
        <translation>C&amp;reatorID</translation>
    </message>
    <message>
        <source>Sourc&amp;eID</source>
        <translation>S&amp;ourceID</translation>
    </message>
</context>
<context>
    <name>RenamingPlanModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>CatID</source>
        <translation>CatID</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>FXName</source>
        <translation>FXName</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>RenamingTable</name>
    <message>
        <source>Names that files would get</source>
        <translation>Namen, die Dateien bekämen</translation>
    </message>
</context>
<context>
    <name>RenamingTexts</name>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>its words</source>
        <translation>seine Wörter</translation>
    </message>
    <message>
        <source>its sound</source>
        <translation>sein Klang</translation>
    </message>
    <message>
        <source>It was not heard, and no word of its name tells a CatID.</source>
        <translation>Er wurde nicht gehört, und kein Wort seines Namens verrät eine CatID.</translation>
    </message>
    <message>
        <source>No CatID is sure enough: choose one.</source>
        <translation>Keine CatID ist sicher genug: eine wählen.</translation>
    </message>
    <message>
        <source>Is named so already.</source>
        <translation>Heißt schon so.</translation>
    </message>
    <message>
        <source>Its CatID is doubtful.</source>
        <translation>CatID zweifelhaft.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) to it would lead nowhere.</source>
        <translation>
            <numerusform>%Ln Verknüpfung damit führte ins Leere.</numerusform>
            <numerusform>%Ln Verknüpfungen damit führten ins Leere.</numerusform>
        </translation>
    </message>
    <message>
        <source>By its old name: several of these files say “{text}”.</source>
        <translation>Nach dem alten Namen: in mehreren dieser Dateien steht „{text}“.</translation>
    </message>
    <message>
        <source>Numbered: the name is taken.</source>
        <translation>Name vergeben: mit Nummer.</translation>
    </message>
    <message>
        <source>Stays beside it under its old name: {names}.</source>
        <translation>Bleibt mit altem Namen daneben liegen: {names}.</translation>
    </message>
    <message>
        <source>Its sidecar follows.</source>
        <translation>Seine Begleitdatei kommt mit.</translation>
    </message>
    <message>
        <source>Giving old names back: {done} of {total} files</source>
        <translation>Alte Namen zurückgeben: {done} von {total} Dateien</translation>
    </message>
    <message>
        <source>Renaming: {done} of {total} files</source>
        <translation>Umbenennen: {done} von {total} Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) have their old names again.</source>
        <translation>
            <numerusform>%Ln Datei hat wieder ihren alten Namen.</numerusform>
            <numerusform>%Ln Dateien haben wieder ihre alten Namen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were renamed.</source>
        <translation>
            <numerusform>%Ln Datei wurde umbenannt.</numerusform>
            <numerusform>%Ln Dateien wurden umbenannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) kept their names: the list says why.</source>
        <translation>
            <numerusform>%Ln Datei hat ihren Namen behalten: Die Liste sagt, warum.</numerusform>
            <numerusform>%Ln Dateien haben ihre Namen behalten: Die Liste sagt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) stayed behind: the list says why.</source>
        <translation>
            <numerusform>%Ln Begleitdatei blieb zurück: Die Liste sagt, warum.</numerusform>
            <numerusform>%Ln Begleitdateien blieben zurück: Die Liste sagt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were not reached.</source>
        <translation>
            <numerusform>%Ln Datei kam nicht mehr an die Reihe.</numerusform>
            <numerusform>%Ln Dateien kamen nicht mehr an die Reihe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back the last renaming</source>
        <translation>Letztes Umbenennen zurücknehmen</translation>
    </message>
    <message>
        <source>These files were renamed on {when}. They are to have their old names again.</source>
        <translation>Diese Dateien wurden am {when} umbenannt. Sie sollen ihre alten Namen wieder haben.</translation>
    </message>
    <message>
        <source>A file whose old name is taken by now keeps the new one, and is named.</source>
        <translation>Eine Datei, deren alter Name inzwischen vergeben ist, behält den neuen und wird genannt.</translation>
    </message>
</context>
<context>
    <name>ResultsFrame</name>
    <message>
        <source>Parts of the result</source>
        <translation>Teile des Ergebnisses</translation>
    </message>
</context>
<context>
    <name>Retelling</name>
    <message>
        <source>{reason}: {file}</source>
        <translation>{reason}: {file}</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Hear it again</source>
        <translation>Noch einmal hören</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Back to the skipped one</source>
        <translation>Zurück zum übersprungenen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Move the threshold up</source>
        <translation>Schwelle höher</translation>
    </message>
    <message>
        <source>Move the threshold down</source>
        <translation>Schwelle tiefer</translation>
    </message>
    <message>
        <source>Use this threshold</source>
        <translation>Diese Schwelle benutzen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Sounds by their score</source>
        <translation>Klänge nach Wert</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review of a tag</source>
        <translation>Durchsicht eines Schlagworts</translation>
    </message>
    <message>
        <source>Tag to review</source>
        <translation>Schlagwort zur Durchsicht</translation>
    </message>
    <message>
        <source>Review:</source>
        <translation>Durchsicht:</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln skipped sound(s) left</source>
        <translation>
            <numerusform>Nur noch %Ln übersprungener Klang</numerusform>
            <numerusform>Nur noch %Ln übersprungene Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left near the line: move it, or press Escape</source>
        <translation>Nahe der Linie ist nichts mehr: Linie verschieben oder Esc drücken</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) left</source>
        <translation>
            <numerusform>noch %Ln Klang</numerusform>
            <numerusform>noch %Ln Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>{accepted} accepted, {rejected} rejected</source>
        <translation>{accepted} angenommen, {rejected} abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>learned from %Ln of your decision(s)</source>
        <translation>
            <numerusform>gelernt aus %Ln eigenen Entscheidung</numerusform>
            <numerusform>gelernt aus %Ln eigenen Entscheidungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From {saved} on: %Ln sound(s) have “{name}”.</source>
        <translation>
            <numerusform>Ab {saved}: %Ln Klang hat „{name}“.</numerusform>
            <numerusform>Ab {saved}: %Ln Klänge haben „{name}“.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From {line} on: %Ln sound(s) would have “{name}”; from {saved} on, as now: {now}.</source>
        <translation>
            <numerusform>Ab {line}: %Ln Klang hätte „{name}“; ab {saved}, wie jetzt: {now}.</numerusform>
            <numerusform>Ab {line}: %Ln Klänge hätten „{name}“; ab {saved}, wie jetzt: {now}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>There is no tag to review yet: add a folder, and choose vocabularies.</source>
        <translation>Noch gibt es kein Schlagwort durchzusehen: einen Ordner hinzufügen und Vokabulare wählen.</translation>
    </message>
    <message>
        <source>The tag that was reviewed is in no active vocabulary any more.</source>
        <translation>Das durchgesehene Schlagwort ist in keinem benutzten Vokabular mehr.</translation>
    </message>
    <message>
        <source>Let “{name}” apply from {threshold} on</source>
        <translation>„{name}“ ab {threshold} gelten lassen</translation>
    </message>
</context>
<context>
    <name>RunnerDialog</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
</context>
<context>
    <name>SavedSearchesSection</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>+ keeps the present search.</source>
        <translation>+ speichert diese Suche.</translation>
    </message>
    <message>
        <source>Save the present search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ScoreStrip</name>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Describe a sound...  e.g. “short metallic hit with long tail”</source>
        <translation>Einen Klang auf Englisch beschreiben...  z. B. „short metallic hit with long tail“</translation>
    </message>
    <message>
        <source>Words describe the sound. -word takes away what the word applies to, and ranks lower what is a little like it.
Filters: tag:rain  folder:field  length:&lt;10  format:wav,flac  name:take  “part of a name”
rating:&gt;=3  is:favourite  collection:rain  note:word
bpm:90..100  key:F#m  kind:loop  lufs:&lt;-20  warning:clipped
tag:wood tag:hit is both tags, tag:wood,metal one of the two. A minus takes away what a filter fits.
Drop a sound file here to find sounds like it. Arrow up: earlier searches.</source>
        <translation>Wörter beschreiben den Klang; das Netz versteht Englisch. -wort nimmt weg, worauf das Wort zutrifft, und stellt zurück, was ihm etwas ähnelt.
Filter: tag:rain  folder:field  length:&lt;10  format:wav,flac  name:take  “Teil eines Namens”
rating:&gt;=3  is:favourite  collection:rain  note:wort
bpm:90..100  key:F#m  kind:loop  lufs:&lt;-20  warning:clipped
tag:wood tag:hit heißt beide Schlagwörter, tag:wood,metal eines von beiden. Ein Minus nimmt weg, worauf ein Filter passt.
Eine Klangdatei hierher ziehen, um ähnliche Klänge zu finden. Pfeil nach oben: frühere Suchen.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SearchCompleter</name>
    <message>
        <source>Names that fit</source>
        <translation>Passende Namen</translation>
    </message>
</context>
<context>
    <name>Searches</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>There is no search to save: write what the sounds should be like.</source>
        <translation>Es gibt keine Suche zu speichern: erst schreiben, wie die Klänge sein sollen.</translation>
    </message>
    <message>
        <source>Save the search “{name}”</source>
        <translation>Suche „{name}“ speichern</translation>
    </message>
    <message>
        <source>Rename the search “{name}”</source>
        <translation>Suche „{name}“ umbenennen</translation>
    </message>
    <message>
        <source>Delete the search “{name}”</source>
        <translation>Suche „{name}“ löschen</translation>
    </message>
    <message>
        <source>Move the search “{name}”</source>
        <translation>Suche „{name}“ verschieben</translation>
    </message>
    <message>
        <source>The earlier searches are forgotten; those under a name stay.</source>
        <translation>Die früheren Suchen sind vergessen; die mit Namen bleiben.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The network that listens: the bundled one, or a CLAP checkpoint.</source>
        <translation>Das Netz, das zuhört: das mitgelieferte oder ein CLAP-Modell.</translation>
    </message>
    <message>
        <source>Offer a larger network for download above the list.</source>
        <translation>Über der Liste ein größeres Netz zum Herunterladen anbieten.</translation>
    </message>
    <message>
        <source>The network that takes over once it has listened to every sound.</source>
        <translation>Das Netz, das übernimmt, wenn es alle Klänge angehört hat.</translation>
    </message>
    <message>
        <source>The vocabularies whose tags are shown.</source>
        <translation>Die Vokabulare, deren Schlagwörter gezeigt werden.</translation>
    </message>
    <message>
        <source>CLAP checkpoints in folders of your own, as NAME=FOLDER.</source>
        <translation>CLAP-Modelle in eigenen Ordnern, als NAME=ORDNER.</translation>
    </message>
    <message>
        <source>Processor cores used for listening; 0 leaves one core free.</source>
        <translation>Prozessorkerne zum Anhören; 0 lässt einen frei.</translation>
    </message>
    <message>
        <source>What CLAP listens with: auto for a graphics processor where it is quicker than all cores; or cpu.</source>
        <translation>Womit CLAP hört: auto für einen Grafikprozessor, wo er schneller ist als alle Kerne; oder cpu.</translation>
    </message>
    <message>
        <source>Once every sound is heard, measure tempo, key and loudness, and what is wrong with recordings.</source>
        <translation>Sind alle Klänge gehört, Tempo, Tonart und Lautheit messen, und was an Aufnahmen nicht stimmt.</translation>
    </message>
    <message>
        <source>Once every sound is heard, listen for what happens when inside long ones, so that searches find that.</source>
        <translation>Sind alle Klänge gehört, in langen auch darauf hören, was wann geschieht, damit Suchen es finden.</translation>
    </message>
    <message>
        <source>Look of the window: system, light or dark.</source>
        <translation>Aussehen des Fensters: wie das System, hell oder dunkel.</translation>
    </message>
    <message>
        <source>Language of the window, from its next start on.</source>
        <translation>Sprache des Fensters, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>What was searched for when Earmark was closed; it begins with that.</source>
        <translation>Was beim Schließen gesucht war; damit beginnt Earmark.</translation>
    </message>
    <message>
        <source>Loudness of auditions, from 0 to 1.</source>
        <translation>Lautstärke beim Vorhören, von 0 bis 1.</translation>
    </message>
    <message>
        <source>Draw all channels of a waveform over each other.</source>
        <translation>Alle Kanäle einer Wellenform übereinander zeichnen.</translation>
    </message>
    <message>
        <source>Show the spectrogram of a sound in place of its waveform.</source>
        <translation>Statt der Wellenform das Spektrogramm zeigen.</translation>
    </message>
    <message>
        <source>Show below the waveform when in a sound its tags apply.</source>
        <translation>Unter der Wellenform zeigen, wann in einem Klang seine Schlagwörter zutreffen.</translation>
    </message>
    <message>
        <source>Play a sound as soon as it is selected.</source>
        <translation>Einen Klang abspielen, sobald er ausgewählt ist.</translation>
    </message>
    <message>
        <source>Begin a sound, or the chosen part of it, again at its end.</source>
        <translation>Einen Klang oder den gewählten Bereich am Ende von vorn beginnen.</translation>
    </message>
    <message>
        <source>When a sound ends, select and play the next one of the list.</source>
        <translation>Am Ende eines Klangs den nächsten der Liste wählen und abspielen.</translation>
    </message>
    <message>
        <source>Play all sounds equally loud, as far as their peaks stay below -1 dBFS; the files stay as they are.</source>
        <translation>Alle Klänge gleich laut abspielen, soweit ihre Spitzen unter -1 dBFS bleiben; die Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>How loud that is, in LUFS, from -40 to -6.</source>
        <translation>Wie laut das ist, in LUFS, von -40 bis -6.</translation>
    </message>
    <message>
        <source>Show sounds that are the same recording in one row.</source>
        <translation>Klänge aus derselben Aufnahme in einer Zeile zeigen.</translation>
    </message>
    <message>
        <source>What is written into files, and where if not everywhere, as FIELD = PLACE/KEY PLACE/KEY.</source>
        <translation>Was in Dateien geschrieben wird, und wohin, wenn nicht überallhin, als FELD = STELLE/SCHLÜSSEL STELLE/SCHLÜSSEL.</translation>
    </message>
    <message>
        <source>Which tags the window writes into files: accepted by a person, or also automatic ones: strong, likely.</source>
        <translation>Welche Schlagwörter das Fenster in Dateien schreibt: von einem Menschen bestätigte (accepted), oder auch automatische: starke (strong), wahrscheinliche (likely).</translation>
    </message>
    <message>
        <source>What the window does with what stands in files: add to it, keep it, or replace it.</source>
        <translation>Was das Fenster mit dem macht, was in Dateien steht: ergänzen (add), behalten (keep) oder ersetzen (replace).</translation>
    </message>
    <message>
        <source>Files that the window writes into keep their times.</source>
        <translation>Dateien, in die das Fenster schreibt, behalten ihre Zeiten.</translation>
    </message>
    <message>
        <source>Who made the sounds: the CreatorID of files that the window renames.</source>
        <translation>Wer die Klänge gemacht hat: die CreatorID von Dateien, die das Fenster umbenennt.</translation>
    </message>
    <message>
        <source>What the sounds were made for: the SourceID of files that the window renames.</source>
        <translation>Wofür die Klänge gemacht sind: die SourceID von Dateien, die das Fenster umbenennt.</translation>
    </message>
    <message>
        <source>The program that opens sounds for editing; empty for the system&apos;s own.</source>
        <translation>Das Programm zum Bearbeiten von Klängen; leer für das des Systems.</translation>
    </message>
    <message>
        <source>The device that sounds are played on; empty for the system&apos;s default.</source>
        <translation>Das Gerät, auf dem Klänge abgespielt werden; leer für das des Systems.</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>Next or previous sound</source>
        <translation>Nächster oder voriger Klang</translation>
    </message>
    <message>
        <source>Down, Up</source>
        <translation>Ab, Auf</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Mehrere auswählen</translation>
    </message>
    <message>
        <source>Shift or Ctrl with the arrow keys</source>
        <translation>Umschalt oder Strg mit den Pfeiltasten</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>ShownVocabulary</name>
    <message>
        <source>new tag</source>
        <translation>neues Schlagwort</translation>
    </message>
    <message>
        <source>Trained for another embedder ({embedder}): its tags apply to nothing. Train it again.</source>
        <translation>Für ein anderes Netz trainiert ({embedder}): Seine Schlagwörter treffen auf nichts zu. Noch einmal trainieren.</translation>
    </message>
</context>
<context>
    <name>SidecarExport</name>
    <message>
        <source>Looking at what would be written beside your sounds...</source>
        <translation>Es wird nachgesehen, was neben die Klänge zu schreiben wäre...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln small file(s) are to be written beside your sounds, as name.wav.json.</source>
        <translation>
            <numerusform>%Ln kleine Datei soll neben die Klänge geschrieben werden, als name.wav.json.</numerusform>
            <numerusform>%Ln kleine Dateien sollen neben die Klänge geschrieben werden, als name.wav.json.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write them</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Replace those, too</source>
        <translation>Auch jene ersetzen</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) there say something that is not in your library, perhaps somebody else&apos;s words; import the sidecars of that folder first to keep it:</source>
        <translation>
            <numerusform>%Ln Datei dort sagt etwas, das nicht in der Bibliothek steht, vielleicht Worte anderer; wer es behalten will, importiert zuerst die Begleitdateien dieses Ordners:</numerusform>
            <numerusform>%Ln Dateien dort sagen etwas, das nicht in der Bibliothek steht, vielleicht Worte anderer; wer es behalten will, importiert zuerst die Begleitdateien dieses Ordners:</numerusform>
        </translation>
    </message>
    <message>
        <source>All that was said stands beside your sounds already.</source>
        <translation>Alles, was gesagt ist, steht schon neben den Klängen.</translation>
    </message>
    <message>
        <source>Nothing was said of these sounds yet: no tag was accepted, rejected or added, and nothing noted.</source>
        <translation>Zu diesen Klängen ist noch nichts gesagt: Kein Schlagwort wurde angenommen, abgelehnt oder hinzugefügt, und nichts notiert.</translation>
    </message>
    <message>
        <source>Writing sidecars...</source>
        <translation>Begleitdateien werden geschrieben...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) written.</source>
        <translation>
            <numerusform>%Ln Begleitdatei geschrieben.</numerusform>
            <numerusform>%Ln Begleitdateien geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay as they are:</source>
        <translation>
            <numerusform>%Ln Datei bleibt, wie sie ist:</numerusform>
            <numerusform>%Ln Dateien bleiben, wie sie sind:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlotTree</name>
    <message>
        <source>Fields that are written, and where</source>
        <translation>Felder, die geschrieben werden, und wohin</translation>
    </message>
</context>
<context>
    <name>SoundDisplay</name>
    <message>
        <source>Loading the waveform...</source>
        <translation>Wellenform wird geladen...</translation>
    </message>
    <message>
        <source>Waveform of {name}</source>
        <translation>Wellenform von {name}</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
</context>
<context>
    <name>SoundTable</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Number of tags</source>
        <translation>Zahl der Schlagwörter</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>BPM</source>
        <translation>BPM</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonart</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>True Peak</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>nicht gehört</translation>
    </message>
    <message numerus="yes">
        <source>+%Ln copies</source>
        <translation>
            <numerusform>+%Ln Kopie</numerusform>
            <numerusform>+%Ln Kopien</numerusform>
        </translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Best from {start} to {end}</source>
        <translation>Am besten von {start} bis {end}</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Noch nicht gemessen</translation>
    </message>
    <message>
        <source>This could not be told for certain.</source>
        <translation>Das ließ sich nicht sicher sagen.</translation>
    </message>
    <message>
        <source>Warnings: {names}</source>
        <translation>Warnungen: {names}</translation>
    </message>
    <message>
        <source>{tag} (automatic)</source>
        <translation>{tag} (automatisch)</translation>
    </message>
    <message>
        <source>{tag} (accepted)</source>
        <translation>{tag} (angenommen)</translation>
    </message>
    <message>
        <source>{tag} (added by you)</source>
        <translation>{tag} (selbst hinzugefügt)</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n Stern</numerusform>
            <numerusform>%n Sterne</numerusform>
        </translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>No waveform yet</source>
        <translation>Noch keine Wellenform</translation>
    </message>
    <message>
        <source>Waveform, {}</source>
        <translation>Wellenform, {}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>The file is missing. It comes back by itself when the file does.</source>
        <translation>Die Datei fehlt. Der Klang kommt von selbst zurück, sobald sie wieder da ist.</translation>
    </message>
    <message>
        <source>The folder of this sound cannot be reached. Is its drive plugged in?</source>
        <translation>Der Ordner dieses Klangs ist nicht erreichbar. Ist sein Laufwerk angeschlossen?</translation>
    </message>
</context>
<context>
    <name>SoundTableModel</name>
    <message>
        <source>Score {score}</source>
        <translation>Wert {score}</translation>
    </message>
</context>
<context>
    <name>SoundView</name>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Select all sounds</source>
        <translation>Alle Klänge auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeedSlider</name>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Speed {speed}×, {semitones} semitones; double-click for 1×</source>
        <translation>Tempo {speed}×, {semitones} Halbtöne; Doppelklick für 1×</translation>
    </message>
</context>
<context>
    <name>TagBrowser</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Edit the vocabularies</source>
        <translation>Vokabulare bearbeiten</translation>
    </message>
    <message>
        <source>A click asks for the tag, one more for several at once; with Ctrl, for one or the other.</source>
        <translation>Ein Klick fragt nach dem Schlagwort, noch einer nach mehreren zugleich; mit Strg nach dem einen oder anderen.</translation>
    </message>
    <message>
        <source>Review this tag...</source>
        <translation>Dieses Schlagwort durchsehen...</translation>
    </message>
</context>
<context>
    <name>TagEffectPanel</name>
    <message>
        <source>Sounds that would gain the tag</source>
        <translation>Klänge, die das Schlagwort bekämen</translation>
    </message>
    <message>
        <source>While you change the tag, the sounds that gain it appear here. Arrow keys and Space play them.</source>
        <translation>Beim Ändern des Schlagworts erscheinen hier die Klänge, die es bekommen. Pfeiltasten und Leertaste spielen sie ab.</translation>
    </message>
    <message>
        <source>Sounds that would lose the tag</source>
        <translation>Klänge, die das Schlagwort verlören</translation>
    </message>
    <message>
        <source>Those that lose it appear here.</source>
        <translation>Hier erscheinen die, die es verlieren.</translation>
    </message>
    <message>
        <source>The prompts of “{tag}” in “{vocabulary}” mean nearly the same.</source>
        <translation>Die Prompts von „{tag}“ in „{vocabulary}“ bedeuten fast das Gleiche.</translation>
    </message>
    <message>
        <source>“{tag}” in “{vocabulary}” is called “{name}” too.</source>
        <translation>„{tag}“ in „{vocabulary}“ heißt auch „{name}“.</translation>
    </message>
    <message>
        <source>+{gained} −{lost}</source>
        <translation>+{gained} −{lost}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) would have this tag if its vocabulary were used</source>
        <translation>
            <numerusform>%Ln Klang hätte dieses Schlagwort, wenn sein Vokabular benutzt würde</numerusform>
            <numerusform>%Ln Klänge hätten dieses Schlagwort, wenn sein Vokabular benutzt würde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) would have this tag</source>
        <translation>
            <numerusform>%Ln Klang hätte dieses Schlagwort</numerusform>
            <numerusform>%Ln Klänge hätten dieses Schlagwort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) have this tag</source>
        <translation>
            <numerusform>%Ln Klang hat dieses Schlagwort</numerusform>
            <numerusform>%Ln Klänge haben dieses Schlagwort</numerusform>
        </translation>
    </message>
    <message>
        <source>Sounds that gain and lose the tag</source>
        <translation>Klänge, die das Schlagwort bekommen und verlieren</translation>
    </message>
    <message>
        <source>Would gain it</source>
        <translation>Bekämen es</translation>
    </message>
    <message>
        <source>Would lose it</source>
        <translation>Verlören es</translation>
    </message>
    <message>
        <source>Go &amp;to it</source>
        <translation>&amp;Dorthin</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag...</source>
        <translation>Schlagwort hinzufügen...</translation>
    </message>
    <message>
        <source>Add a tag to the selected sounds</source>
        <translation>Den ausgewählten Klängen ein Schlagwort hinzufügen</translation>
    </message>
</context>
<context>
    <name>TagFigures</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Sounds that you judged.</source>
        <translation>Beurteilte Klänge.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>How many of them have the tag.</source>
        <translation>Wie viele davon das Schlagwort haben.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Of the judged sounds that get the tag, so many have it by your word.</source>
        <translation>Von den beurteilten Klängen, die das Schlagwort bekommen, haben es so viele nach dem Urteil.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Of the sounds that have the tag by your word, so many get it.</source>
        <translation>Von den Klängen, die das Schlagwort nach dem Urteil haben, bekommen es so viele.</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>Average precision: how near to the top the right ones stand; 1 is perfect.</source>
        <translation>Mittlere Genauigkeit (average precision): wie weit oben die richtigen stehen; 1 ist vollkommen.</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>By how much learning raised the average precision; empty where a tag does not learn.</source>
        <translation>Um wie viel das Lernen die mittlere Genauigkeit gehoben hat; leer, wo ein Schlagwort nicht lernt.</translation>
    </message>
    <message>
        <source>as trained: {share}</source>
        <translation>wie trainiert: {share}</translation>
    </message>
    <message>
        <source>by the prompts alone: {share}</source>
        <translation>nach den Prompts allein: {share}</translation>
    </message>
</context>
<context>
    <name>TagForm</name>
    <message>
        <source>Name of the tag</source>
        <translation>Name des Schlagworts</translation>
    </message>
    <message>
        <source>Colour of the tag</source>
        <translation>Farbe des Schlagworts</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Farbe wählen</translation>
    </message>
    <message>
        <source>UCS CatID</source>
        <translation>UCS-CatID</translation>
    </message>
    <message>
        <source>Hint on the language of the prompts</source>
        <translation>Hinweis zur Sprache der Prompts</translation>
    </message>
    <message>
        <source>Learns from &amp;your decisions</source>
        <translation>Le&amp;rnt aus eigenen Entscheidungen</translation>
    </message>
    <message>
        <source>Off: the tag stays what its words make of it, whatever you accept or reject.</source>
        <translation>Aus: Das Schlagwort bleibt, was seine Worte aus ihm machen, gleich was angenommen oder abgelehnt wird.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Threshold as a number</source>
        <translation>Schwelle als Zahl</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>Na&amp;me</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>&amp;Prompts</translation>
    </message>
    <message>
        <source>What such a sound is called; one a line</source>
        <translation>Wie ein solcher Klang heißt; einer je Zeile</translation>
    </message>
    <message>
        <source>N&amp;ot this</source>
        <translation>Ni&amp;cht dies</translation>
    </message>
    <message>
        <source>What it is easily taken for; one a line</source>
        <translation>Womit er leicht verwechselt wird; eines je Zeile</translation>
    </message>
    <message>
        <source>Other &amp;words</source>
        <translation>Andere &amp;Wörter</translation>
    </message>
    <message>
        <source>By which it can be searched too; one a line</source>
        <translation>Womit er auch zu finden ist; eines je Zeile</translation>
    </message>
    <message>
        <source>Applies &amp;from</source>
        <translation>Gilt a&amp;b</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppe</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>U&amp;CS CatID</source>
        <translation>UCS-C&amp;atID</translation>
    </message>
    <message>
        <source>For example {example}</source>
        <translation>Zum Beispiel {example}</translation>
    </message>
    <message>
        <source>Labelled sounds taught this tag what it listens for; its prompts are not used.</source>
        <translation>Worauf dieses Schlagwort hört, haben es Klänge mit Bezeichnungen gelehrt; seine Prompts werden nicht benutzt.</translation>
    </message>
    <message>
        <source>The network understands English: “{prompt}” may say nothing to it. The name can stay.</source>
        <translation>Das Netz versteht Englisch: „{prompt}“ sagt ihm vielleicht nichts. Der Name kann bleiben.</translation>
    </message>
</context>
<context>
    <name>TagListModel</name>
    <message numerus="yes">
        <source>{tag}, %Ln sound(s)</source>
        <translation>
            <numerusform>{tag}, %Ln Klang</numerusform>
            <numerusform>{tag}, %Ln Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the sounds with the tag “{tag}”</source>
        <translation>Die Klänge mit dem Schlagwort „{tag}“ zeigen</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln Klang</numerusform>
            <numerusform>%Ln Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a sound to see its tags.</source>
        <translation>Einen Klang auswählen, um seine Schlagwörter zu sehen.</translation>
    </message>
    <message>
        <source>No tags yet: press T, or type a tag above.</source>
        <translation>Noch keine Schlagwörter: T drücken oder oben eines eingeben.</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Take back what was said about {name}</source>
        <translation>Das Urteil über {name} zurücknehmen</translation>
    </message>
    <message>
        <source>Accept {name}</source>
        <translation>{name} annehmen</translation>
    </message>
    <message>
        <source>Reject {name}</source>
        <translation>{name} ablehnen</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>selbst hinzugefügt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>{count} of {sounds}</source>
        <translation>{count} von {sounds}</translation>
    </message>
    <message>
        <source>Score {score} ({band}); the tag applies from {threshold} on.</source>
        <translation>Wert {score} ({band}); das Schlagwort gilt ab {threshold}.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %Ln of your decision(s).</source>
        <translation>
            <numerusform>Gelernt aus %Ln eigenen Entscheidung.</numerusform>
            <numerusform>Gelernt aus %Ln eigenen Entscheidungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>The network gave this tag.</source>
        <translation>Das Netz hat dieses Schlagwort vergeben.</translation>
    </message>
    <message>
        <source>The network gave this tag, and you accepted it.</source>
        <translation>Das Netz hat dieses Schlagwort vergeben, und es wurde angenommen.</translation>
    </message>
    <message>
        <source>You added this tag.</source>
        <translation>Dieses Schlagwort ist selbst hinzugefügt.</translation>
    </message>
    <message>
        <source>You rejected this tag.</source>
        <translation>Dieses Schlagwort ist abgelehnt.</translation>
    </message>
    <message>
        <source>This tag is gone since you took your word back.</source>
        <translation>Dieses Schlagwort ist weg, seit das Urteil zurückgenommen ist.</translation>
    </message>
    <message>
        <source>added by you: {count}</source>
        <translation>selbst hinzugefügt: {count}</translation>
    </message>
    <message>
        <source>accepted: {count}</source>
        <translation>angenommen: {count}</translation>
    </message>
    <message>
        <source>automatic: {count}</source>
        <translation>automatisch: {count}</translation>
    </message>
    <message>
        <source>rejected: {count}</source>
        <translation>abgelehnt: {count}</translation>
    </message>
</context>
<context>
    <name>TagTable</name>
    <message>
        <source>Search tags, prompts, groups</source>
        <translation>Schlagwörter, Prompts, Gruppen suchen</translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation>Schlagwörter suchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
</context>
<context>
    <name>TagTableModel</name>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
</context>
<context>
    <name>TagWordings</name>
    <message>
        <source>Wordings of the tags</source>
        <translation>Wortlaute der Schlagwörter</translation>
    </message>
    <message>
        <source>The tag as</source>
        <translation>Das Schlagwort als</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Mean average precision over all tags.</source>
        <translation>Mean average precision über alle Schlagwörter.</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Decisions of yours that the tags come to.</source>
        <translation>Urteile, zu denen auch die Schlagwörter kommen.</translation>
    </message>
    <message>
        <source>Against the best</source>
        <translation>Gegen die beste</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>die beste</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message numerus="yes">
        <source>Take back what was said about “{name}” on %Ln sound(s)</source>
        <translation>
            <numerusform>Das Urteil über „{name}“ bei %Ln Klang zurücknehmen</numerusform>
            <numerusform>Das Urteil über „{name}“ bei %Ln Klängen zurücknehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject “{name}” on %Ln sound(s)</source>
        <translation>
            <numerusform>„{name}“ bei %Ln Klang ablehnen</numerusform>
            <numerusform>„{name}“ bei %Ln Klängen ablehnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept “{name}” on %Ln sound(s)</source>
        <translation>
            <numerusform>„{name}“ bei %Ln Klang annehmen</numerusform>
            <numerusform>„{name}“ bei %Ln Klängen annehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>My tags</source>
        <translation>Meine Schlagwörter</translation>
    </message>
    <message>
        <source>There is no tag “{name}” yet. Make it in your vocabulary “{own}”? Earmark will listen for the words “{name}”; the vocabulary editor has room for better ones.</source>
        <translation>Das Schlagwort „{name}“ gibt es noch nicht. Im eigenen Vokabular „{own}“ anlegen? Earmark hört dann auf die Worte „{name}“; im Vokabular-Editor ist Platz für bessere.</translation>
    </message>
    <message>
        <source>Make the tag</source>
        <translation>Schlagwort anlegen</translation>
    </message>
    <message numerus="yes">
        <source>Add the new tag “{name}” to %Ln sound(s)</source>
        <translation>
            <numerusform>Das neue Schlagwort „{name}“ zu %Ln Klang hinzufügen</numerusform>
            <numerusform>Das neue Schlagwort „{name}“ zu %Ln Klängen hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these sounds has been listened to yet: tag them when they have been.</source>
        <translation>Keiner dieser Klänge ist schon angehört: erst dann lassen sie sich verschlagworten.</translation>
    </message>
    <message>
        <source>this tag is no longer in it: choose another tag to review.</source>
        <translation>dieses Schlagwort ist nicht mehr darin: ein anderes zur Durchsicht wählen.</translation>
    </message>
</context>
<context>
    <name>TaggingActions</name>
    <message>
        <source>Tagging</source>
        <translation>Verschlagworten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Vocabularies...</source>
        <translation>Vokabulare...</translation>
    </message>
    <message>
        <source>Tags of the selection</source>
        <translation>Schlagwörter der Auswahl</translation>
    </message>
    <message>
        <source>Review a tag...</source>
        <translation>Ein Schlagwort durchsehen...</translation>
    </message>
    <message>
        <source>Evaluate on your sounds...</source>
        <translation>An eigenen Klängen prüfen...</translation>
    </message>
    <message>
        <source>Add a tag...</source>
        <translation>Schlagwort hinzufügen...</translation>
    </message>
    <message>
        <source>Say the next word on tag {number}</source>
        <translation>Nächstes Urteil über Schlagwort {number}</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>Rückgängig: {step}</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>Wiederholen: {step}</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Progress of the taking back</source>
        <translation>Fortschritt des Zurücknehmens</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take back %Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei &amp;zurücknehmen</numerusform>
            <numerusform>%Ln Dateien &amp;zurücknehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>This could not be done; the log says more.</source>
        <translation>Das ging nicht; mehr steht im Protokoll.</translation>
    </message>
</context>
<context>
    <name>TakeBackWritingDialog</name>
    <message>
        <source>&amp;Forget…</source>
        <translation>&amp;Vergessen …</translation>
    </message>
    <message>
        <source>Give up what these files said before they were written</source>
        <translation>Aufgeben, was in diesen Dateien stand, bevor sie beschrieben wurden</translation>
    </message>
    <message>
        <source>{file} (now {name})</source>
        <translation>{file} (jetzt {name})</translation>
    </message>
</context>
<context>
    <name>TellingWhy</name>
    <message>
        <source>Nothing was searched for, so all sounds are listed.</source>
        <translation>Es wurde nichts gesucht, darum sind alle Klänge da.</translation>
    </message>
</context>
<context>
    <name>VerdictResults</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>How each tag fares, with what it learned; tips say how it fares without that.</source>
        <translation>Wie es bei jedem Schlagwort steht, mit dem Gelernten; Hinweise sagen, wie ohne das Gelernte.</translation>
    </message>
    <message>
        <source>Most wrong</source>
        <translation>Am falschesten</translation>
    </message>
    <message>
        <source>Where a tag contradicts you most surely. Arrow keys and Space play the sounds: who is right?</source>
        <translation>Wo ein Schlagwort dem Urteil am sichersten widerspricht. Pfeil- und Leertaste spielen die Klänge: Wer hat recht?</translation>
    </message>
    <message>
        <source>Mix-ups</source>
        <translation>Verwechslungen</translation>
    </message>
    <message>
        <source>Tags that are put on sounds of which you said that they are something else.</source>
        <translation>Schlagwörter an Klängen, die nach dem eigenen Urteil etwas anderes sind.</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Gelerntes</translation>
    </message>
    <message>
        <source>Each tag is learned anew without a part of your decisions and tried on that part, in turn.</source>
        <translation>Jedes Schlagwort wird ohne einen Teil der Urteile neu gelernt und an diesem Teil geprüft, reihum.</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Wortlaut</translation>
    </message>
    <message>
        <source>The same tags put into words in several ways, on the same decisions, without learning.</source>
        <translation>Dieselben Schlagwörter, verschieden in Worte gefasst, an denselben Urteilen, ohne Gelerntes.</translation>
    </message>
</context>
<context>
    <name>ViewTools</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spektrogramm</translation>
    </message>
    <message>
        <source>All channels in one lane</source>
        <translation>Alle Kanäle in einer Spur</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show all of the sound</source>
        <translation>Ganzen Klang zeigen</translation>
    </message>
</context>
<context>
    <name>VocabularyEditor</name>
    <message>
        <source>Vocabularies</source>
        <translation>Vokabulare</translation>
    </message>
    <message>
        <source>New vocabulary</source>
        <translation>Neues Vokabular</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} Kopie</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>Nach {path} exportiert.</translation>
    </message>
    <message>
        <source>There are unsaved changes.</source>
        <translation>Es gibt ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Comes with Earmark. Saving a change makes a copy of your own, which is used in its place.</source>
        <translation>Gehört zu Earmark. Beim Speichern einer Änderung entsteht eine eigene Kopie, die an seine Stelle tritt.</translation>
    </message>
    <message>
        <source>Save the changes to {names}?</source>
        <translation>Die Änderungen an {names} speichern?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Schließen, ohne zu speichern</translation>
    </message>
    <message>
        <source>Saved. The library is being tagged anew.</source>
        <translation>Gespeichert. Die Bibliothek wird neu verschlagwortet.</translation>
    </message>
</context>
<context>
    <name>VocabularyExchange</name>
    <message>
        <source>Import a vocabulary</source>
        <translation>Vokabular importieren</translation>
    </message>
    <message>
        <source>There already is a vocabulary “{name}” with this id. Replace it?</source>
        <translation>Ein Vokabular „{name}“ mit dieser Kennung gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Export this vocabulary</source>
        <translation>Dieses Vokabular exportieren</translation>
    </message>
    <message>
        <source>Remove “{name}”? Its tags go from all sounds; what you said about them is kept.</source>
        <translation>„{name}“ entfernen? Seine Schlagwörter verschwinden von allen Klängen; die Urteile darüber bleiben erhalten.</translation>
    </message>
    <message>
        <source>Remove your copy of “{name}”? The one that comes with Earmark takes its place again.</source>
        <translation>Die eigene Kopie von „{name}“ entfernen? An ihre Stelle tritt wieder das Vokabular, das zu Earmark gehört.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Vocabularies (*.toml)</source>
        <translation>Vokabulare (*.toml)</translation>
    </message>
</context>
<context>
    <name>VocabularyFrame</name>
    <message>
        <source>Name of the vocabulary</source>
        <translation>Name des Vokabulars</translation>
    </message>
    <message>
        <source>Description of the vocabulary</source>
        <translation>Beschreibung des Vokabulars</translation>
    </message>
    <message>
        <source>What this vocabulary is for</source>
        <translation>Wofür dieses Vokabular da ist</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>New vocabulary</source>
        <translation>Neues Vokabular</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>D&amp;uplizieren</translation>
    </message>
    <message>
        <source>Duplicate this vocabulary</source>
        <translation>Dieses Vokabular duplizieren</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importieren...</translation>
    </message>
    <message>
        <source>Import a vocabulary from a file</source>
        <translation>Ein Vokabular aus einer Datei importieren</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
    <message>
        <source>Export this vocabulary to a file</source>
        <translation>Dieses Vokabular in eine Datei exportieren</translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation>En&amp;tfernen...</translation>
    </message>
    <message>
        <source>Remove this vocabulary of your own</source>
        <translation>Dieses eigene Vokabular entfernen</translation>
    </message>
    <message>
        <source>&amp;Add tag</source>
        <translation>Schlagwort &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Add a tag to this vocabulary</source>
        <translation>Diesem Vokabular ein Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Delete tag</source>
        <translation>Schlagwort &amp;löschen</translation>
    </message>
    <message>
        <source>Delete the chosen tag</source>
        <translation>Das gewählte Schlagwort löschen</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Forget the unsaved changes</source>
        <translation>Die ungespeicherten Änderungen vergessen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save, and tag the whole library anew</source>
        <translation>Speichern und die ganze Bibliothek neu verschlagworten</translation>
    </message>
</context>
<context>
    <name>VocabularyKeeper</name>
    <message>
        <source>Import vocabulary “{}”</source>
        <translation>Vokabular „{}“ importieren</translation>
    </message>
    <message>
        <source>Remove vocabulary “{}”</source>
        <translation>Vokabular „{}“ entfernen</translation>
    </message>
    <message>
        <source>New vocabulary “{}”</source>
        <translation>Neues Vokabular „{}“</translation>
    </message>
    <message>
        <source>Change vocabulary “{}”</source>
        <translation>Vokabular „{}“ ändern</translation>
    </message>
    <message>
        <source>Delete tag “{}”</source>
        <translation>Schlagwort „{}“ löschen</translation>
    </message>
    <message>
        <source>New tag “{}”</source>
        <translation>Neues Schlagwort „{}“</translation>
    </message>
    <message>
        <source>Change tag “{}”</source>
        <translation>Schlagwort „{}“ ändern</translation>
    </message>
</context>
<context>
    <name>VocabularyList</name>
    <message>
        <source>Vocabularies</source>
        <translation>Vokabulare</translation>
    </message>
    <message>
        <source>{name} (changed)</source>
        <translation>{name} (geändert)</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln Schlagwort</numerusform>
            <numerusform>%Ln Schlagwörter</numerusform>
        </translation>
    </message>
    <message>
        <source>{tags}, comes with Earmark</source>
        <translation>{tags}, gehört zu Earmark</translation>
    </message>
    <message>
        <source>{tags}, your copy</source>
        <translation>{tags}, eigene Kopie</translation>
    </message>
    <message>
        <source>{tags}, your own</source>
        <translation>{tags}, eigenes</translation>
    </message>
</context>
<context>
    <name>WarningMark</name>
    <message>
        <source>Click to list all sounds with this warning.</source>
        <translation>Klick: alle Klänge mit dieser Warnung zeigen.</translation>
    </message>
    <message>
        <source>Warning: {name}</source>
        <translation>Warnung: {name}</translation>
    </message>
</context>
<context>
    <name>WaveformKeys</name>
    <message>
        <source>At {position} of {length}.</source>
        <translation>Bei {position} von {length}.</translation>
    </message>
    <message>
        <source>Region from {start} to {end}, {length} long.</source>
        <translation>Bereich von {start} bis {end}, {length} lang.</translation>
    </message>
    <message>
        <source>Left and right move the playhead, with Shift they choose a region as [ and ] do; + - and 0 zoom.</source>
        <translation>Links und rechts bewegen die Abspielstelle, mit Umschalt wählen sie wie [ und ] einen Bereich; + - und 0 zoomen.</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>The search fits best from {start} to {end}.</source>
        <translation>Zur Suche passt am besten die Stelle von {start} bis {end}.</translation>
    </message>
    <message>
        <source>Double-click makes it the region; drag it out with Alt held.</source>
        <translation>Ein Doppelklick macht sie zum Bereich; mit gedrückter Alt-Taste lässt sie sich hinausziehen.</translation>
    </message>
    <message>
        <source>Drag the region out as a sound of its own</source>
        <translation>Den Bereich als eigenen Klang herausziehen</translation>
    </message>
    <message>
        <source>Drag the moment out as a sound of its own</source>
        <translation>Die Stelle als eigenen Klang hinausziehen</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Computing the spectrogram...</source>
        <translation>Das Spektrogramm wird berechnet...</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>“{text}”: {standing}</source>
        <translation>„{text}“: {standing}</translation>
    </message>
    <message>
        <source>      {text}: {standing}</source>
        <comment>one word of several</comment>
        <translation>      {text}: {standing}</translation>
    </message>
    <message>
        <source>Away from “{text}”: {standing}</source>
        <translation>Weg von „{text}“: {standing}</translation>
    </message>
    <message>
        <source>Like {text}: {standing}</source>
        <translation>Wie {text}: {standing}</translation>
    </message>
    <message>
        <source>Tag {text}, by its prompt “{prompt}”: {standing}</source>
        <translation>Schlagwort {text}, durch den Prompt „{prompt}“: {standing}</translation>
    </message>
    <message>
        <source>Tag {text}, by the sounds that trained it: {standing}</source>
        <translation>Schlagwort {text}, durch die Klänge, mit denen es trainiert wurde: {standing}</translation>
    </message>
    <message>
        <source>Tag {text}: you said so</source>
        <translation>Schlagwort {text}: eigenes Urteil</translation>
    </message>
    <message>
        <source>The file&apos;s name has “{text}” in it</source>
        <translation>Im Dateinamen steht „{text}“</translation>
    </message>
    <message>
        <source>{standing}; best at {start} to {end}</source>
        <translation>{standing}; am besten von {start} bis {end}</translation>
    </message>
    <message>
        <source>means nothing to the network</source>
        <translation>sagt dem Netz nichts</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>{band}, {spreads} spreads from what is usual for sounds at large</source>
        <translation>{band}, {spreads} Streuungen vom Üblichen bei Klängen überhaupt</translation>
    </message>
    <message>
        <source>{band}, {spreads} spreads from this library&apos;s usual</source>
        <translation>{band}, {spreads} Streuungen vom Üblichen dieser Bibliothek</translation>
    </message>
</context>
<context>
    <name>WordingTable</name>
    <message>
        <source>Wordings of the labels</source>
        <translation>Wortlaute der Bezeichnungen</translation>
    </message>
    <message>
        <source>The label as</source>
        <translation>Die Bezeichnung als</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>As tags: measured against what the label scores with sounds at large, as everywhere in the window. As in publications: by the bare dot product.</source>
        <translation>Wie Schlagwörter: gemessen an dem, was die Bezeichnung bei Klängen aller Art erreicht, wie überall im Fenster. Wie in Veröffentlichungen: nach dem bloßen Skalarprodukt.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Sounds that got the right label first.</source>
        <translation>Klänge, die die richtige Bezeichnung zuerst bekamen.</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Mean average precision: over all labels, how near to the top their sounds stand.</source>
        <translation>Mean average precision: wie weit oben die Klänge stehen, im Mittel über alle Bezeichnungen.</translation>
    </message>
    <message>
        <source>Against the best</source>
        <translation>Gegen die beste</translation>
    </message>
    <message>
        <source>Whether so large a difference may be chance (McNemar&apos;s test on the same sounds).</source>
        <translation>Ob ein so großer Unterschied Zufall sein kann (McNemar-Test an denselben Klängen).</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>die beste</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>less than a minute left</source>
        <translation>keine Minute mehr</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>noch {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>noch {hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>WorseRecordings</name>
    <message>
        <source>Try worse recordings</source>
        <translation>Schlechtere Aufnahmen probieren</translation>
    </message>
    <message>
        <source>Each sound is heard again in a dozen worse versions, which takes a while.</source>
        <translation>Jeder Klang wird in einem Dutzend schlechterer Fassungen angehört, was eine Weile dauert.</translation>
    </message>
    <message>
        <source>Each sound is heard again in a dozen worse versions: that takes {duration}.</source>
        <translation>Jeder Klang wird in einem Dutzend schlechterer Fassungen angehört; das dauert {duration}.</translation>
    </message>
</context>
<context>
    <name>WorseTable</name>
    <message>
        <source>Worse recordings</source>
        <translation>Schlechtere Aufnahmen</translation>
    </message>
    <message>
        <source>The sounds</source>
        <translation>Die Klänge</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Sounds that got the right label first.</source>
        <translation>Klänge, die die richtige Bezeichnung zuerst bekamen.</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Against the same sounds as they are.</source>
        <translation>Gegenüber denselben Klängen, wie sie sind.</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Gewissheit</translation>
    </message>
    <message>
        <source>Whether a loss as large as this may be chance.</source>
        <translation>Ob ein so großer Verlust Zufall sein kann.</translation>
    </message>
</context>
<context>
    <name>WriteTagsDialog</name>
    <message>
        <source>Write tags to files</source>
        <translation>Schlagwörter in Dateien schreiben</translation>
    </message>
    <message>
        <source>Progress of the writing</source>
        <translation>Fortschritt des Schreibens</translation>
    </message>
    <message>
        <source>&amp;Undo this writing</source>
        <translation>Dieses Schreiben rück&amp;gängig machen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Tags go into the files themselves, where other programs find them. Nothing is written before you press “Write”.</source>
        <translation>Schlagwörter kommen in die Dateien selbst, wo andere Programme sie finden. Nichts wird geschrieben, bevor „Schreiben“ gedrückt wird.</translation>
    </message>
    <message>
        <source>Each file is then replaced by a copy of which is proved that its sound is the same; the whole run can be taken back.</source>
        <translation>An die Stelle jeder Datei tritt dann eine Kopie, von der bewiesen ist, dass ihr Klang derselbe ist; der ganze Lauf lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Looking into the files: {done} of {total}</source>
        <translation>In die Dateien wird gesehen: {done} von {total}</translation>
    </message>
    <message>
        <source>No field is chosen, and so there is nothing to write.</source>
        <translation>Kein Feld ist gewählt, also gibt es nichts zu schreiben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) would change.</source>
        <translation>
            <numerusform>%Ln Datei würde sich ändern.</numerusform>
            <numerusform>%Ln Dateien würden sich ändern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be written: the list begins with them and says why.</source>
        <translation>
            <numerusform>In %Ln Datei kann nicht geschrieben werden: Die Liste beginnt mit ihr und sagt, warum.</numerusform>
            <numerusform>In %Ln Dateien kann nicht geschrieben werden: Die Liste beginnt mit ihnen und sagt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) say all of it already.</source>
        <translation>
            <numerusform>In %Ln Datei steht all das schon.</numerusform>
            <numerusform>In %Ln Dateien steht all das schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) keep another category than yours.</source>
        <translation>
            <numerusform>%Ln Datei behält eine andere Kategorie als Ihre.</numerusform>
            <numerusform>%Ln Dateien behalten eine andere Kategorie als Ihre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) have no such tags.</source>
        <translation>
            <numerusform>%Ln Klang hat keine solchen Schlagwörter.</numerusform>
            <numerusform>%Ln Klänge haben keine solchen Schlagwörter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) are links to these files.</source>
        <translation>
            <numerusform>%Ln Klang ist ein Link auf diese Dateien.</numerusform>
            <numerusform>%Ln Klänge sind Links auf diese Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>This could not be done; the log says more.</source>
        <translation>Das ging nicht; mehr steht im Protokoll.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Write into %Ln file(s)</source>
        <translation>
            <numerusform>In %Ln Datei sch&amp;reiben</numerusform>
            <numerusform>In %Ln Dateien sch&amp;reiben</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>Sch&amp;reiben</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message numerus="yes">
        <source>Forget what %Ln file(s) said before? What was written into them stays then, and can never be taken back. No file is touched.</source>
        <translation>
            <numerusform>Vergessen, was vorher in %Ln Datei stand? Was in sie geschrieben wurde, bleibt dann und lässt sich nie mehr zurücknehmen. Keine Datei wird angerührt.</numerusform>
            <numerusform>Vergessen, was vorher in %Ln Dateien stand? Was in sie geschrieben wurde, bleibt dann und lässt sich nie mehr zurücknehmen. Keine Datei wird angerührt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>What these files said before is forgotten.</source>
        <translation>Was vorher in diesen Dateien stand, ist vergessen.</translation>
    </message>
    <message>
        <source>Nothing was written that could be taken back.</source>
        <translation>Es wurde nichts geschrieben, was sich zurücknehmen ließe.</translation>
    </message>
</context>
<context>
    <name>WritingActions</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Write tags to files...</source>
        <translation>Schlagwörter in Dateien schreiben...</translation>
    </message>
    <message>
        <source>Rename to UCS names...</source>
        <translation>In UCS-Namen umbenennen...</translation>
    </message>
    <message>
        <source>Take back the last renaming...</source>
        <translation>Letztes Umbenennen zurücknehmen...</translation>
    </message>
    <message>
        <source>Take back the last writing...</source>
        <translation>Das letzte Schreiben zurücknehmen...</translation>
    </message>
</context>
<context>
    <name>WritingForm</name>
    <message numerus="yes">
        <source>%Ln selected sound(s)</source>
        <translation>
            <numerusform>%Ln gewählter Klang</numerusform>
            <numerusform>%Ln gewählte Klänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln listed sound(s)</source>
        <translation>
            <numerusform>%Ln aufgelisteter Klang</numerusform>
            <numerusform>Alle %Ln aufgelisteten Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Given or accepted by you</source>
        <translation>Selbst vergeben oder angenommen</translation>
    </message>
    <message>
        <source>Also automatic ones that are strong</source>
        <translation>Auch starke automatische</translation>
    </message>
    <message>
        <source>Also automatic ones that are likely</source>
        <translation>Auch mittlere automatische</translation>
    </message>
    <message>
        <source>Stays, and is added to</source>
        <translation>Bleibt und wird ergänzt</translation>
    </message>
    <message>
        <source>Stays; only empty places are written</source>
        <translation>Bleibt; nur leere Stellen beschreiben</translation>
    </message>
    <message>
        <source>Is replaced</source>
        <translation>Wird ersetzt</translation>
    </message>
    <message>
        <source>Files &amp;keep their times</source>
        <translation>Dateizeiten &amp;behalten</translation>
    </message>
    <message>
        <source>Also files with se&amp;veral names (hard links)</source>
        <translation>Auch Dateien mit harten &amp;Links</translation>
    </message>
    <message>
        <source>The name that is written becomes a file of its own; under its other names the file stays as it is</source>
        <translation>Der Name, der beschrieben wird, wird eine eigene Datei; unter den anderen Namen bleibt die Datei, wie sie ist</translation>
    </message>
    <message>
        <source>As at &amp;first</source>
        <translation>Wie am &amp;Anfang</translation>
    </message>
    <message>
        <source>Files &amp;of</source>
        <translation>Dateien v&amp;on</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>Schlagwör&amp;ter</translation>
    </message>
    <message>
        <source>What stands t&amp;here</source>
        <translation>Was &amp;dort steht</translation>
    </message>
    <message>
        <source>Fi&amp;elds, and where</source>
        <translation>&amp;Felder, und wohin</translation>
    </message>
</context>
<context>
    <name>WritingPlanModel</name>
    <message>
        <source>File and place</source>
        <translation>Datei und Stelle</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln Text</numerusform>
            <numerusform>%Ln Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>Is not written</source>
        <translation>Wird nicht geschrieben</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Is kept</source>
        <translation>Bleibt</translation>
    </message>
    <message numerus="yes">
        <source>This name becomes a file of its own; %Ln other name(s) lead to the file as it is.</source>
        <translation>
            <numerusform>Dieser Name wird eine eigene Datei; %Ln anderer Name führt zu der Datei, wie sie ist.</numerusform>
            <numerusform>Dieser Name wird eine eigene Datei; %Ln andere Namen führen zu der Datei, wie sie ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>Harte Links</translation>
    </message>
</context>
<context>
    <name>WritingTexts</name>
    <message>
        <source>Taking back: {done} of {total} files</source>
        <translation>Wird zurückgenommen: {done} von {total} Dateien</translation>
    </message>
    <message>
        <source>Writing: {done} of {total} files</source>
        <translation>Wird geschrieben: {done} von {total} Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) say again what they said before.</source>
        <translation>
            <numerusform>%Ln Datei sagt wieder, was sie vorher sagte.</numerusform>
            <numerusform>%Ln Dateien sagen wieder, was sie vorher sagten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were written.</source>
        <translation>
            <numerusform>In %Ln Datei wurde geschrieben.</numerusform>
            <numerusform>In %Ln Dateien wurde geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were left as they were: the list says why.</source>
        <translation>
            <numerusform>%Ln Datei blieb, wie sie war: Die Liste sagt, warum.</numerusform>
            <numerusform>%Ln Dateien blieben, wie sie waren: Die Liste sagt, warum.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were not reached.</source>
        <translation>
            <numerusform>%Ln Datei kam nicht mehr an die Reihe.</numerusform>
            <numerusform>%Ln Dateien kamen nicht mehr an die Reihe.</numerusform>
        </translation>
    </message>
    <message>
        <source>These files were written on {when}, and are no longer there, nor under another name: there is nothing to take back.</source>
        <translation>Diese Dateien wurden am {when} beschrieben und sind nicht mehr da, auch nicht unter einem anderen Namen: Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>What they said before is kept, for a drive that comes back, until you forget it.</source>
        <translation>Was vorher darin stand, wird aufbewahrt, für ein Laufwerk, das wiederkommt, bis es vergessen wird.</translation>
    </message>
    <message>
        <source>Take back the last writing</source>
        <translation>Letztes Schreiben zurücknehmen</translation>
    </message>
    <message>
        <source>These files were written on {when}. They are to say again what they said before.</source>
        <translation>In diese Dateien wurde am {when} geschrieben. In ihnen soll wieder stehen, was vorher darin stand.</translation>
    </message>
    <message>
        <source>A file that somebody changed since is left as it is, and named.</source>
        <translation>Eine Datei, die seitdem jemand geändert hat, bleibt, wie sie ist, und wird genannt.</translation>
    </message>
</context>
<context>
    <name>WrongSounds</name>
    <message>
        <source>Sounds that are most confidently wrong</source>
        <translation>Klänge, bei denen es sich am sichersten irrt</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Gehalten für</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Vorsprung</translation>
    </message>
    <message>
        <source>By how much the wrong label&apos;s score is above that of the right one.</source>
        <translation>Um wie viel der Wert der falschen Bezeichnung über dem der richtigen liegt.</translation>
    </message>
</context>
<context>
    <name>WrongTags</name>
    <message>
        <source>Sounds on which a tag contradicts you most surely</source>
        <translation>Klänge, bei denen ein Schlagwort dem Urteil am sichersten widerspricht</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>The tag says</source>
        <translation>Schlagwort sagt</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>_ScoredRows</name>
    <message>
        <source>{score}, rejected</source>
        <translation>{score}, abgelehnt</translation>
    </message>
</context>
<context>
    <name>_Squares</name>
    <message>
        <source>What is taken for what</source>
        <translation>Was wofür gehalten wird</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Ecke</translation>
    </message>
</context>
</TS>
