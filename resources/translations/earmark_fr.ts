<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Earmark</source>
        <translation>À propos d’Earmark</translation>
    </message>
    <message>
        <source>Earmark {version}</source>
        <translation>Earmark {version}</translation>
    </message>
    <message>
        <source>Tag and search your own sound library in plain words, on your own machine. Nothing you hear, tag or search leaves this computer.</source>
        <translation>Étiquetez votre sonothèque et cherchez-y avec des mots simples, sur votre propre machine. Rien de tout cela ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Logiciel libre sous licence publique générale GNU, version 3 ou ultérieure. Fourni sans aucune garantie.</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>domaine public</translation>
    </message>
    <message>
        <source>Google; the network of the bundled embedder that hears</source>
        <translation>Google&#xa0;; la partie du réseau fourni qui entend</translation>
    </message>
    <message>
        <source>the network of the bundled embedder that reads words</source>
        <translation>la partie du réseau fourni qui lit les mots</translation>
    </message>
    <message>
        <source>LAION; the embedders that can be downloaded</source>
        <translation>LAION&#xa0;; les réseaux à télécharger</translation>
    </message>
    <message>
        <source>categories and CatIDs</source>
        <translation>catégories et CatID</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>la fenêtre</translation>
    </message>
    <message>
        <source>the computing</source>
        <translation>le calcul</translation>
    </message>
    <message>
        <source>reading sound files</source>
        <translation>la lecture des fichiers son</translation>
    </message>
    <message>
        <source>playing them</source>
        <translation>leur écoute</translation>
    </message>
    <message>
        <source>the library</source>
        <translation>la bibliothèque</translation>
    </message>
    <message>
        <source>the icons</source>
        <translation>les icônes</translation>
    </message>
    <message>
        <source>the typeface</source>
        <translation>la police</translation>
    </message>
    <message>
        <source>Your library</source>
        <translation>Votre bibliothèque</translation>
    </message>
    <message>
        <source>Your vocabularies</source>
        <translation>Vos vocabulaires</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Montrer dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Show in the file manager: {name}</source>
        <translation>Montrer dans le gestionnaire de fichiers&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Export and import</source>
        <translation>Exporter et importer</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>{trouble} Until then the bundled embedder listens.</source>
        <translation>{trouble} D’ici là, le réseau fourni écoute.</translation>
    </message>
</context>
<context>
    <name>BrokenVocabularies</name>
    <message>
        <source>Open the file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Vocabularies...</source>
        <translation>Vocabulaires...</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Switch off “{name}”</source>
        <translation>Désactiver «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>The vocabulary “{title}” cannot be read, and none of its tags apply: {reason}</source>
        <translation>Le vocabulaire «&#xa0;{title}&#xa0;» ne peut pas être lu, et aucune de ses étiquettes ne s’applique&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The vocabulary “{title}” is active and its file is not there. {reason}</source>
        <translation>Le vocabulaire «&#xa0;{title}&#xa0;» est actif et son fichier n’est pas là. {reason}</translation>
    </message>
    <message>
        <source>Of “{title}”, another file is used than your own, which cannot be: {reason}</source>
        <translation>Pour «&#xa0;{title}&#xa0;», un autre fichier est utilisé que le vôtre, qui ne peut pas l’être&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The tags of “{title}” apply to nothing. {reason}</source>
        <translation>Les étiquettes de «&#xa0;{title}&#xa0;» ne s’appliquent à rien. {reason}</translation>
    </message>
</context>
<context>
    <name>CatIdEditor</name>
    <message>
        <source>CatID of {name}</source>
        <translation>CatID de {name}</translation>
    </message>
</context>
<context>
    <name>CatIdLine</name>
    <message>
        <source>UCS:</source>
        <translation>UCS&#xa0;:</translation>
    </message>
    <message>
        <source>{name}: {percent} % probable. A click gives the sound this tag.</source>
        <translation>{name}&#xa0;: probable à {percent}&#xa0;%. Un clic donne cette étiquette au son.</translation>
    </message>
    <message>
        <source>So does Enter in the empty line above.</source>
        <translation>Entrée dans la ligne vide ci-dessus le fait aussi.</translation>
    </message>
    <message>
        <source>File under {name}</source>
        <translation>Classer sous {name}</translation>
    </message>
</context>
<context>
    <name>ChangeLine</name>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Reprendre</translation>
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
        <translation>Filtre {text}&#xa0;; Suppr l’enlève</translation>
    </message>
    <message>
        <source>{text}
Click to change it</source>
        <translation>{text}
Cliquez pour le modifier</translation>
    </message>
    <message>
        <source>Take away {text}</source>
        <translation>Enlever {text}</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>not {filter}</source>
        <translation>sauf {filter}</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between the alternatives of a filter</comment>
        <translation> ou </translation>
    </message>
    <message>
        <source>folder: {value}</source>
        <translation>dossier&#xa0;: {value}</translation>
    </message>
    <message>
        <source>tag: {value}</source>
        <translation>étiquette&#xa0;: {value}</translation>
    </message>
    <message>
        <source>length: {value}</source>
        <translation>durée&#xa0;: {value}</translation>
    </message>
    <message>
        <source>format: {value}</source>
        <translation>format&#xa0;: {value}</translation>
    </message>
    <message>
        <source>name: {value}</source>
        <translation>nom&#xa0;: {value}</translation>
    </message>
    <message>
        <source>rating: {value}</source>
        <translation>note&#xa0;: {value}</translation>
    </message>
    <message>
        <source>is {value}</source>
        <translation>est {value}</translation>
    </message>
    <message>
        <source>collection: {value}</source>
        <translation>collection&#xa0;: {value}</translation>
    </message>
    <message>
        <source>note: {value}</source>
        <translation>remarque&#xa0;: {value}</translation>
    </message>
    <message>
        <source>warning: {value}</source>
        <translation>avertissement&#xa0;: {value}</translation>
    </message>
    <message>
        <source>BPM: {value}</source>
        <translation>BPM&#xa0;: {value}</translation>
    </message>
    <message>
        <source>key: {value}</source>
        <translation>tonalité&#xa0;: {value}</translation>
    </message>
    <message>
        <source>kind: {value}</source>
        <translation>genre&#xa0;: {value}</translation>
    </message>
    <message>
        <source>LUFS: {value}</source>
        <translation>LUFS&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}&#xa0;: {value}</translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>like {name}</source>
        <translation>comme {name}</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message numerus="yes">
        <source>Rate %Ln sound(s)</source>
        <translation>
            <numerusform>Noter %Ln son</numerusform>
            <numerusform>Noter %Ln sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln sound(s) favourites</source>
        <translation>
            <numerusform>Mettre %Ln son en favori</numerusform>
            <numerusform>Mettre %Ln sons en favoris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln sound(s) favourites no longer</source>
        <translation>
            <numerusform>Retirer %Ln son des favoris</numerusform>
            <numerusform>Retirer %Ln sons des favoris</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln son</numerusform>
            <numerusform>%Ln sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note on %Ln sound(s)</source>
        <translation>
            <numerusform>Remarque sur %Ln son</numerusform>
            <numerusform>Remarque sur %Ln sons</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename a collection</source>
        <translation>Renommer une collection</translation>
    </message>
    <message>
        <source>Delete a collection</source>
        <translation>Supprimer une collection</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Nouvelle collection</translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln sound(s) out of a collection</source>
        <translation>
            <numerusform>Retirer %Ln son d’une collection</numerusform>
            <numerusform>Retirer %Ln sons d’une collection</numerusform>
        </translation>
    </message>
    <message>
        <source>The selected sounds are in no collection.</source>
        <translation>Les sons sélectionnés ne sont dans aucune collection.</translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln sound(s) into a collection</source>
        <translation>
            <numerusform>Mettre %Ln son dans une collection</numerusform>
            <numerusform>Mettre %Ln sons dans une collection</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for copies...</source>
        <translation>Recherche des copies...</translation>
    </message>
    <message>
        <source>Select at most {most} sounds to open them.</source>
        <translation>Pour les ouvrir, sélectionnez au plus {most} sons.</translation>
    </message>
    <message>
        <source>a program for this kind of file</source>
        <translation>un programme pour ce type de fichier</translation>
    </message>
    <message>
        <source>“{}” could not be started: choose another editor in the preferences.</source>
        <translation>«&#xa0;{}&#xa0;» n’a pas pu démarrer&#xa0;: choisissez un autre éditeur dans les préférences.</translation>
    </message>
    <message>
        <source>The file is no longer there: rescan its folder.</source>
        <translation>Le fichier n’est plus là&#xa0;: relisez son dossier.</translation>
    </message>
    <message>
        <source>None of these sounds has been listened to yet: wait until they have been, and try again.</source>
        <translation>Aucun de ces sons n’a encore été écouté&#xa0;: attendez qu’ils le soient, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>CollectingActions</name>
    <message>
        <source>Collecting</source>
        <translation>Collections et notes</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favori</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Sans note</translation>
    </message>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation>
            <numerusform>Noter %n étoile</numerusform>
            <numerusform>Noter %n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Note...</source>
        <translation>Remarque...</translation>
    </message>
    <message>
        <source>Add to a collection...</source>
        <translation>Ajouter à une collection...</translation>
    </message>
    <message>
        <source>Take out of a collection...</source>
        <translation>Retirer d’une collection...</translation>
    </message>
    <message>
        <source>Show duplicates</source>
        <translation>Montrer les doublons</translation>
    </message>
    <message>
        <source>Fold copies into one row</source>
        <translation>Réunir les copies sur une ligne</translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation>Ouvrir dans l’éditeur</translation>
    </message>
</context>
<context>
    <name>CollectionPanel</name>
    <message>
        <source>Collections</source>
        <translation>Collections</translation>
    </message>
    <message>
        <source>Drop sounds here.</source>
        <translation>Déposez des sons ici.</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Nouvelle collection</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Export as playlist...</source>
        <translation>Exporter comme liste de lecture...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Columns as at first</source>
        <translation>Colonnes comme au début</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Que voulez-vous faire&#xa0;?</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Trouver une commande</translation>
    </message>
</context>
<context>
    <name>Commanding</name>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>ConflictModel</name>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Dans la liste</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Tag “{name}”</source>
        <translation>Étiquette «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejetée</translation>
    </message>
    <message>
        <source>added</source>
        <translation>ajoutée</translation>
    </message>
</context>
<context>
    <name>ConfusionTable</name>
    <message>
        <source>“{label}”: {count} of {total} are taken for what they are ({share}).</source>
        <translation>«&#xa0;{label}&#xa0;»&#xa0;: {count} sur {total} sont pris pour ce qu’ils sont ({share}).</translation>
    </message>
    <message>
        <source>“{label}”: {count} of {total} are taken for “{other}” ({share}).</source>
        <translation>«&#xa0;{label}&#xa0;»&#xa0;: {count} sur {total} sont pris pour «&#xa0;{other}&#xa0;» ({share}).</translation>
    </message>
    <message>
        <source>Sounds that are “{label}”</source>
        <translation>Sons qui sont «&#xa0;{label}&#xa0;»</translation>
    </message>
    <message>
        <source>Sounds taken for “{label}”</source>
        <translation>Sons pris pour «&#xa0;{label}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>ContradictorySounds</name>
    <message>
        <source>Sounds with labels that contradict each other</source>
        <translation>Sons dont les libellés se contredisent</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Est</translation>
    </message>
    <message>
        <source>And also</source>
        <translation>Et aussi</translation>
    </message>
    <message>
        <source>What the same recording is called elsewhere.</source>
        <translation>Comment le même enregistrement s’appelle ailleurs.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Earmark met an error</source>
        <translation>Earmark a rencontré une erreur</translation>
    </message>
    <message>
        <source>Something went wrong that Earmark did not expect.</source>
        <translation>Il s’est passé quelque chose d’inattendu.</translation>
    </message>
    <message>
        <source>Your audio files are untouched and what was saved is safe. You can go on; if this happens again, please report it with the text below. Nothing is sent by itself.</source>
        <translation>Vos fichiers audio sont intacts et ce qui était enregistré est en sûreté. Vous pouvez continuer&#xa0;; si cela se reproduit, merci de le signaler avec le texte ci-dessous. Rien n’est envoyé automatiquement.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Open log folder</source>
        <translation>&amp;Ouvrir le dossier du journal</translation>
    </message>
    <message>
        <source>Con&amp;tinue</source>
        <translation>Con&amp;tinuer</translation>
    </message>
</context>
<context>
    <name>Embedders</name>
    <message>
        <source>Bundled with Earmark; small, quick, everyday sounds</source>
        <translation>Fourni avec Earmark&#xa0;; petit, rapide, sons du quotidien</translation>
    </message>
    <message>
        <source>Your own checkpoint</source>
        <translation>Votre propre modèle</translation>
    </message>
    <message>
        <source>CLAP, for sounds of any length</source>
        <translation>CLAP, pour les sons de toute durée</translation>
    </message>
    <message>
        <source>Everyday sounds, effects and ambiences; hears long recordings as a whole.</source>
        <translation>Sons du quotidien, effets et ambiances&#xa0;; entend les longs enregistrements en entier.</translation>
    </message>
    <message>
        <source>CLAP, for short sounds</source>
        <translation>CLAP, pour les sons courts</translation>
    </message>
    <message>
        <source>Everyday sounds and effects up to ten seconds; hears only the middle of longer ones.</source>
        <translation>Sons du quotidien et effets jusqu’à dix secondes&#xa0;; n’entend que le milieu des plus longs.</translation>
    </message>
    <message>
        <source>Larger CLAP, general</source>
        <translation>Grand CLAP, général</translation>
    </message>
    <message>
        <source>Sounds, music and speech together; slower, and hears only the middle of long sounds.</source>
        <translation>Sons, musique et parole ensemble&#xa0;; plus lent, n’entend que le milieu des sons longs.</translation>
    </message>
    <message>
        <source>Larger CLAP, music and speech</source>
        <translation>Grand CLAP, musique et parole</translation>
    </message>
    <message>
        <source>Instruments, loops and voices; slower, and hears only the middle of long sounds.</source>
        <translation>Instruments, boucles et voix&#xa0;; plus lent, n’entend que le milieu des sons longs.</translation>
    </message>
</context>
<context>
    <name>Embedding</name>
    <message>
        <source>{name} is on this computer now, and gets ready.</source>
        <translation>{name} est maintenant sur cet ordinateur et se prépare.</translation>
    </message>
    <message>
        <source>The download is stopped; another time it goes on from there.</source>
        <translation>Le téléchargement est arrêté&#xa0;; il reprendra de là une autre fois.</translation>
    </message>
    <message>
        <source>{name} cannot take over, and the present network serves on: {reason}</source>
        <translation>{name} ne peut pas prendre le relais, le réseau actuel reste&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{name} has heard every sound: it tags and searches from now on.</source>
        <translation>{name} a entendu tous les sons&#xa0;: désormais c’est lui qui étiquette et cherche.</translation>
    </message>
</context>
<context>
    <name>Evaluating</name>
    <message>
        <source>A folder whose sub-folders are labels</source>
        <translation>Un dossier dont les sous-dossiers sont des libellés</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv)</source>
        <translation>Tableaux (*.csv *.tsv)</translation>
    </message>
    <message>
        <source>A table of paths and labels</source>
        <translation>Un tableau de chemins et de libellés</translation>
    </message>
    <message>
        <source>The evaluation of “{name}” is done.</source>
        <translation>L’évaluation de «&#xa0;{name}&#xa0;» est terminée.</translation>
    </message>
    <message>
        <source>The evaluation could not be finished; the log says more.</source>
        <translation>L’évaluation n’a pas pu aller au bout&#xa0;; le journal en dit plus.</translation>
    </message>
    <message>
        <source>Another network listens now: evaluate again to see how it does.</source>
        <translation>Un autre réseau écoute maintenant&#xa0;: évaluez de nouveau pour voir ce qu’il vaut.</translation>
    </message>
    <message>
        <source>evaluation</source>
        <translation>évaluation</translation>
    </message>
    <message>
        <source>Web page (*.html);;Data (*.json)</source>
        <translation>Page web (*.html);;Données (*.json)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Enregistrer le rapport</translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation>Il y a déjà un fichier {name}.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>The report was saved as {path}.</source>
        <translation>Le rapport a été enregistré sous {path}.</translation>
    </message>
    <message>
        <source>The report cannot be saved ({reason}): choose another place.</source>
        <translation>Le rapport ne peut pas être enregistré ({reason})&#xa0;: choisissez un autre endroit.</translation>
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
        <translation>Vos avis</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln sound(s) got the right label first; between {low} and {high} in 95 of 100 such trials.</source>
        <translation>
            <numerusform>de %Ln son a reçu d’abord le bon libellé&#xa0;; entre {low} et {high} dans 95 essais de ce genre sur 100.</numerusform>
            <numerusform>de %Ln sons ont reçu d’abord le bon libellé&#xa0;; entre {low} et {high} dans 95 essais de ce genre sur 100.</numerusform>
        </translation>
    </message>
    <message>
        <source>between {low} and {high} in 95 of 100 such trials</source>
        <translation>entre {low} et {high} dans 95 essais de ce genre sur 100</translation>
    </message>
    <message>
        <source>{labels} labels: guessing would give {share}.</source>
        <translation>{labels} libellés&#xa0;: deviner donnerait {share}.</translation>
    </message>
    <message>
        <source>Some have several labels: mean average precision {value} ({low} to {high} in 95 of 100 such trials).</source>
        <translation>Certains ont plusieurs libellés&#xa0;: mean average precision {value} ({low} à {high} dans 95 essais de ce genre sur 100).</translation>
    </message>
    <message>
        <source>These are only few sounds, so do not trust the figure far.</source>
        <translation>Ce ne sont que quelques sons&#xa0;: le chiffre dit peu.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be heard</source>
        <translation>
            <numerusform>%Ln ne peut être écouté</numerusform>
            <numerusform>%Ln ne peuvent être écoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not there</source>
        <translation>
            <numerusform>%Ln n’est pas là</numerusform>
            <numerusform>%Ln ne sont pas là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no label</source>
        <translation>
            <numerusform>%Ln n’a pas de libellé</numerusform>
            <numerusform>%Ln n’ont pas de libellé</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are no sounds by their names</source>
        <translation>
            <numerusform>%Ln n’est pas un son d’après son nom</numerusform>
            <numerusform>%Ln ne sont pas des sons d’après leurs noms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) cannot be read</source>
        <translation>
            <numerusform>%Ln dossier ne peut être lu</numerusform>
            <numerusform>%Ln dossiers ne peuvent être lus</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: {parts}.</source>
        <translation>Laissés de côté&#xa0;: {parts}.</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln decision(s) of yours are what the tags say, too; between {low} and {high} in 95 of 100 such trials.</source>
        <translation>
            <numerusform>de %Ln avis est aussi ce que dit l’étiquette&#xa0;; entre {low} et {high} dans 95 essais de ce genre sur 100.</numerusform>
            <numerusform>de %Ln avis sont aussi ce que disent les étiquettes&#xa0;; entre {low} et {high} dans 95 essais de ce genre sur 100.</numerusform>
        </translation>
    </message>
    <message>
        <source>{tags} tags on {sounds} sounds.</source>
        <translation>{tags} étiquettes sur {sounds} sons.</translation>
    </message>
    <message>
        <source>By the prompts alone it would be {share}.</source>
        <translation>Par les seules invites, ce serait {share}.</translation>
    </message>
    <message>
        <source>Without learning it would be {share}.</source>
        <translation>Sans l’apprentissage, ce serait {share}.</translation>
    </message>
    <message>
        <source>Often you judge what is doubtful: over the whole library the figures are others.</source>
        <translation>On juge souvent ce qui est douteux&#xa0;: sur toute la bibliothèque, les chiffres sont autres.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) left out: their sounds are gone.</source>
        <translation>
            <numerusform>%Ln avis laissé de côté&#xa0;: son son n’est plus là.</numerusform>
            <numerusform>%Ln avis laissés de côté&#xa0;: leurs sons ne sont plus là.</numerusform>
        </translation>
    </message>
    <message>
        <source>Judged too seldom to be tried (accepted/rejected): {names}</source>
        <translation>Jugées trop rarement pour être essayées (acceptées/refusées)&#xa0;: {names}</translation>
    </message>
    <message>
        <source>The label alone</source>
        <translation>Le libellé seul</translation>
    </message>
    <message>
        <source>The prompts of your vocabularies</source>
        <translation>Les invites de vos vocabulaires</translation>
    </message>
    <message>
        <source>All of these together</source>
        <translation>Tout cela ensemble</translation>
    </message>
    <message>
        <source>as tags</source>
        <translation>comme les étiquettes</translation>
    </message>
    <message>
        <source>as in publications</source>
        <translation>comme dans les publications</translation>
    </message>
    <message>
        <source>worse beyond chance</source>
        <translation>moins bon, pas par hasard</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>peut être un hasard</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>tels quels</translation>
    </message>
    <message>
        <source>noise 20 dB below the sound</source>
        <translation>bruit 20 dB sous le son</translation>
    </message>
    <message>
        <source>noise 10 dB below the sound</source>
        <translation>bruit 10 dB sous le son</translation>
    </message>
    <message>
        <source>noise as loud as the sound</source>
        <translation>bruit aussi fort que le son</translation>
    </message>
    <message>
        <source>music under it</source>
        <translation>musique en dessous</translation>
    </message>
    <message>
        <source>as over a telephone</source>
        <translation>comme au téléphone</translation>
    </message>
    <message>
        <source>8 kHz sample rate</source>
        <translation>échantillonnage à 8 kHz</translation>
    </message>
    <message>
        <source>16 kHz sample rate</source>
        <translation>échantillonnage à 16 kHz</translation>
    </message>
    <message>
        <source>MP3 at 48 kbit/s</source>
        <translation>MP3 à 48 kbit/s</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>écrêtés</translation>
    </message>
    <message>
        <source>in a reverberant room</source>
        <translation>dans une pièce réverbérante</translation>
    </message>
    <message>
        <source>10 dB quieter</source>
        <translation>10 dB plus faibles</translation>
    </message>
    <message>
        <source>the first second only</source>
        <translation>la première seconde seulement</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>moins d’une minute</translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>environ %Ln minute</numerusform>
            <numerusform>environ %Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min</source>
        <translation>environ {hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>EvaluationForm</name>
    <message>
        <source>A folder whose sub-folders are the labels</source>
        <translation>Un dossier dont les sous-dossiers sont les libellés</translation>
    </message>
    <message>
        <source>A table (CSV) of paths and labels</source>
        <translation>Un tableau (CSV) de chemins et de libellés</translation>
    </message>
    <message>
        <source>What you said about tags in the library</source>
        <translation>Vos avis sur les étiquettes de la bibliothèque</translation>
    </message>
    <message>
        <source>Folder or table</source>
        <translation>Dossier ou tableau</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Choisir...</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Évaluer</translation>
    </message>
    <message>
        <source>Each sub-folder is a label, and all sounds in it have that label; a number in front of its name does not count. A folder of ESC-50, UrbanSound8K or FSD50K is taken as it is.</source>
        <translation>Chaque sous-dossier est un libellé, celui de tous les sons qu’il contient&#xa0;; un numéro devant son nom ne compte pas. Un dossier d’ESC-50, d’UrbanSound8K ou de FSD50K est pris tel quel.</translation>
    </message>
    <message>
        <source>My sounds
    001 - Dog bark
        a.wav
        b.wav
    002 - Wind
        c.wav</source>
        <translation>Mes sons
    001 - Dog bark
        a.wav
        b.wav
    002 - Wind
        c.wav</translation>
    </message>
    <message>
        <source>A line of column names, then a line a sound: its path, from the table&apos;s folder on, and its label, or several with ; between them.</source>
        <translation>Une ligne de noms de colonnes, puis une ligne par son&#xa0;: son chemin, à partir du dossier du tableau, et son libellé, ou plusieurs séparés par&#xa0;;.</translation>
    </message>
    <message>
        <source>path,label
dogs/a.wav,dog bark
storms/c.wav,wind;rain</source>
        <translation>path,label
chiens/a.wav,dog bark
orages/c.wav,wind;rain</translation>
    </message>
    <message>
        <source>Each tag that you accepted or rejected on several sounds is compared with your word, by its prompts alone and with what it learned from you, always on sounds that it did not learn from.</source>
        <translation>Chaque étiquette acceptée ou refusée sur plusieurs sons est comparée à vos avis, par ses seules invites et avec ce qu’elle a appris de vous, toujours sur des sons dont elle n’a pas appris.</translation>
    </message>
    <message>
        <source>Take sounds of your own of which you know what they are: Earmark listens to them without being told, and you see how often it is right.
Nothing is added to the library, and no file is changed.</source>
        <translation>Prenez des sons à vous dont vous savez ce qu’ils sont&#xa0;: Earmark les écoute sans qu’on le lui dise, et vous voyez combien de fois il a raison.
Rien n’entre dans la bibliothèque, et aucun fichier n’est modifié.</translation>
    </message>
</context>
<context>
    <name>EvaluationPage</name>
    <message>
        <source>Evaluation</source>
        <translation>Évaluation</translation>
    </message>
    <message>
        <source>Progress of the evaluation</source>
        <translation>Avancement de l’évaluation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save report...</source>
        <translation>Enregistrer le rapport...</translation>
    </message>
    <message>
        <source>Evaluate others</source>
        <translation>En évaluer d’autres</translation>
    </message>
    <message>
        <source>Last results</source>
        <translation>Derniers résultats</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>How good is it on your sounds?</source>
        <translation>Que vaut-il sur vos sons&#xa0;?</translation>
    </message>
    <message>
        <source>“{name}”, heard by {embedder}</source>
        <translation>«&#xa0;{name}&#xa0;», écouté par {embedder}</translation>
    </message>
    <message>
        <source>Getting ready...</source>
        <translation>Préparation...</translation>
    </message>
    <message>
        <source>Hearing worse versions: {done} of {total}</source>
        <translation>Écoute de versions dégradées&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>Hearing sounds: {done} of {total}</source>
        <translation>Écoute des sons&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>Measuring noise: {done} of {total}</source>
        <translation>Mesure du bruit&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>Comparing...</source>
        <translation>Comparaison...</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>{rate} par seconde</translation>
    </message>
</context>
<context>
    <name>EvaluationResults</name>
    <message>
        <source>Labels</source>
        <translation>Libellés</translation>
    </message>
    <message>
        <source>How each label fares. Figures of a handful of sounds say little.</source>
        <translation>Ce que vaut chaque libellé. Les chiffres d’une poignée de sons disent peu.</translation>
    </message>
    <message>
        <source>Most wrong</source>
        <translation>Pires erreurs</translation>
    </message>
    <message>
        <source>The sounds that are most confidently wrong. Arrow keys and Space play them: who is right?</source>
        <translation>Les sons sur lesquels il se trompe avec le plus d’assurance. Les flèches et Espace les jouent&#xa0;: qui a raison&#xa0;?</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Contradictions</translation>
    </message>
    <message>
        <source>The same recording under labels of which only one can be right. Listen, then put the file right (Ctrl+Enter shows it).</source>
        <translation>Le même enregistrement sous des libellés dont un seul peut être juste. Écoutez, puis corrigez le fichier (Ctrl+Entrée le montre).</translation>
    </message>
    <message>
        <source>Noisiest</source>
        <translation>Les plus bruités</translation>
    </message>
    <message>
        <source>The noisiest recordings: the hardest to recognise, and often not what their label says.</source>
        <translation>Les enregistrements les plus bruités&#xa0;: les plus difficiles à reconnaître, et souvent pas ce que dit leur libellé.</translation>
    </message>
    <message>
        <source>Mix-ups</source>
        <translation>Confusions</translation>
    </message>
    <message>
        <source>A row is what sounds are, a column what they are taken for; on the diagonal they are right.</source>
        <translation>Une ligne est ce que sont les sons, une colonne ce pour quoi ils sont pris&#xa0;; sur la diagonale, c’est juste.</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Formulation</translation>
    </message>
    <message>
        <source>The same labels put into words in several ways. The figure above is that of the best, chosen on these same sounds, so it is a little too good.</source>
        <translation>Les mêmes libellés mis en mots de plusieurs façons. Le chiffre ci-dessus est celui de la meilleure, choisie sur ces mêmes sons&#xa0;: il est un peu trop bon.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Trouver</translation>
    </message>
    <message>
        <source>Whether something right is among the first answers: sounds for a label, labels for a sound.</source>
        <translation>Si une bonne réponse est parmi les premières&#xa0;: les sons d’un libellé, les libellés d’un son.</translation>
    </message>
    <message>
        <source>Worse recordings</source>
        <translation>Enregistrements dégradés</translation>
    </message>
    <message>
        <source>What is left when the same sounds are noisy, clipped, cut short, or come over a telephone.</source>
        <translation>Ce qui reste quand les mêmes sons sont bruités, écrêtés, raccourcis ou passés au téléphone.</translation>
    </message>
</context>
<context>
    <name>EventActions</name>
    <message>
        <source>What happens when</source>
        <translation>Ce qui se passe quand</translation>
    </message>
    <message>
        <source>Show when tags apply</source>
        <translation>Montrer quand les étiquettes s’appliquent</translation>
    </message>
    <message>
        <source>Export events as Audacity labels...</source>
        <translation>Exporter les événements en marqueurs Audacity...</translation>
    </message>
    <message>
        <source>Export events as REAPER regions...</source>
        <translation>Exporter les événements en régions REAPER...</translation>
    </message>
    <message>
        <source>Export events as a table (CSV)...</source>
        <translation>Exporter les événements en tableau (CSV)...</translation>
    </message>
    <message>
        <source>Export events as JSON...</source>
        <translation>Exporter les événements en JSON...</translation>
    </message>
</context>
<context>
    <name>EventLane</name>
    <message>
        <source>When tags apply</source>
        <translation>Quand les étiquettes s’appliquent</translation>
    </message>
    <message>
        <source>No tag applies anywhere in this sound.</source>
        <translation>Aucune étiquette ne s’applique dans ce son.</translation>
    </message>
    <message>
        <source>{tag}, {start} to {end}, score {score}</source>
        <translation>{tag}, de {start} à {end}, score {score}</translation>
    </message>
    <message>
        <source>A click makes it the region.</source>
        <translation>Un clic en fait la région.</translation>
    </message>
    <message>
        <source>Left and Right go from one to the next and make it the region.</source>
        <translation>Gauche et Droite vont de l’un à l’autre et en font la région.</translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message>
        <source>Lists of tags (*.json *.csv *.txt)</source>
        <translation>Listes d’étiquettes (*.json *.csv *.txt)</translation>
    </message>
    <message>
        <source>Export tags</source>
        <translation>Exporter les étiquettes</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>étiquettes</translation>
    </message>
    <message>
        <source>Playlists (*.m3u8 *.m3u)</source>
        <translation>Listes de lecture (*.m3u8 *.m3u)</translation>
    </message>
    <message>
        <source>Export a collection as playlist</source>
        <translation>Exporter une collection comme liste de lecture</translation>
    </message>
    <message>
        <source>There is no collection yet.</source>
        <translation>Il n’y a pas encore de collection.</translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation>Il y a déjà un fichier {name}.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): choose another place.</source>
        <translation>{path} ne peut être écrit ({reason})&#xa0;: choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Writing {name}...</source>
        <translation>Écriture de {name}...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) written to {path}.</source>
        <translation>
            <numerusform>%Ln son écrit dans {path}.</numerusform>
            <numerusform>%Ln sons écrits dans {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) with a line break in the name cannot stand in a playlist; rename them: {first}</source>
        <translation>
            <numerusform>%Ln son dont le nom contient un saut de ligne ne peut pas figurer dans une liste de lecture&#xa0;; renommez-le&#xa0;: {first}</numerusform>
            <numerusform>%Ln sons dont le nom contient un saut de ligne ne peuvent pas figurer dans une liste de lecture&#xa0;; renommez-les, à commencer par {first}</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {name}...</source>
        <translation>Lecture de {name}...</translation>
    </message>
    <message>
        <source>Lists and playlists (*.json *.csv *.txt *.tsv *.m3u8 *.m3u)</source>
        <translation>Listes et listes de lecture (*.json *.csv *.txt *.tsv *.m3u8 *.m3u)</translation>
    </message>
    <message>
        <source>Import tags</source>
        <translation>Importer des étiquettes</translation>
    </message>
    <message>
        <source>Import the sidecars of a folder</source>
        <translation>Importer les fichiers annexes d’un dossier</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} fichiers</translation>
    </message>
    <message>
        <source>nothing that was not known here already</source>
        <translation>rien qui ne fût déjà connu ici</translation>
    </message>
    <message>
        <source>{name} was imported: {what}.</source>
        <translation>{name} a été importé&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>“{step}” was taken back: {what}.</source>
        <translation>«&#xa0;{step}&#xa0;» a été annulé&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>Importer {name}</translation>
    </message>
</context>
<context>
    <name>ExchangingActions</name>
    <message>
        <source>Export and import</source>
        <translation>Exporter et importer</translation>
    </message>
    <message>
        <source>Export tags...</source>
        <translation>Exporter les étiquettes...</translation>
    </message>
    <message>
        <source>Import tags...</source>
        <translation>Importer des étiquettes...</translation>
    </message>
    <message>
        <source>Write sidecars beside the sounds...</source>
        <translation>Écrire des fichiers annexes à côté des sons...</translation>
    </message>
    <message>
        <source>Import the sidecars of a folder...</source>
        <translation>Importer les fichiers annexes d’un dossier...</translation>
    </message>
    <message>
        <source>Export a collection as playlist...</source>
        <translation>Exporter une collection comme liste de lecture...</translation>
    </message>
</context>
<context>
    <name>Exclusions</name>
    <message>
        <source>Patterns left out</source>
        <translation>Motifs exclus</translation>
    </message>
    <message>
        <source>New pattern</source>
        <translation>Nouveau motif</translation>
    </message>
    <message>
        <source>New pattern, for example Backup or *.mp3</source>
        <translation>Nouveau motif, par exemple Backup ou *.mp3</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>There is nothing here.</source>
        <translation>Il n’y a rien ici.</translation>
    </message>
</context>
<context>
    <name>FileFields</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation>Sous-catégorie</translation>
    </message>
    <message>
        <source>CatID</source>
        <translation>CatID</translation>
    </message>
    <message>
        <source>FX name</source>
        <translation>Nom FX</translation>
    </message>
    <message>
        <source>User category</source>
        <translation>Catégorie personnelle</translation>
    </message>
    <message>
        <source>Vendor category</source>
        <translation>Catégorie du fournisseur</translation>
    </message>
    <message>
        <source>Creator ID</source>
        <translation>ID du créateur</translation>
    </message>
    <message>
        <source>Source ID</source>
        <translation>ID de la source</translation>
    </message>
    <message>
        <source>Artist</source>
        <translation>Artiste</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Fabricant</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Perspective</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Scène</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prise</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonalité</translation>
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
        <translation>Marqueur</translation>
    </message>
    <message>
        <source>The iXML in this file is damaged; what is shown is what could be read.</source>
        <translation>L’iXML de ce fichier est endommagé&#xa0;; voici ce qui a pu en être lu.</translation>
    </message>
    <message>
        <source>The iXML in this file is of a kind that cannot be read; what is shown stands beside it.</source>
        <translation>L’iXML de ce fichier est d’un genre qui ne peut être lu&#xa0;; voici ce qui se trouve à côté.</translation>
    </message>
    <message>
        <source>What stands in this file could not be read. Earmark tries again at its next start.</source>
        <translation>Le contenu de ce fichier n’a pas pu être lu. Earmark réessaiera au prochain démarrage.</translation>
    </message>
    <message>
        <source>Embedded in the file&apos;s name</source>
        <translation>Inscrit dans le nom du fichier</translation>
    </message>
    <message>
        <source>its name</source>
        <translation>son nom</translation>
    </message>
    <message>
        <source>Written by Earmark into the file: {places}</source>
        <translation>Écrit dans le fichier par Earmark&#xa0;: {places}</translation>
    </message>
    <message>
        <source>Embedded in the file: {places}</source>
        <translation>Inscrit dans le fichier&#xa0;: {places}</translation>
    </message>
</context>
<context>
    <name>FileWord</name>
    <message>
        <source>Click to list all sounds whose files say so.</source>
        <translation>Cliquez pour voir tous les sons dont les fichiers le disent.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Searching...</source>
        <translation>Recherche...</translation>
    </message>
    <message>
        <source>like {name}</source>
        <translation>comme {name}</translation>
    </message>
    <message>
        <source>Comparing the sounds with each other...</source>
        <translation>Comparaison des sons entre eux...</translation>
    </message>
    <message>
        <source>a sound</source>
        <translation>un son</translation>
    </message>
</context>
<context>
    <name>FindingActions</name>
    <message>
        <source>Finding</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Find similar sounds</source>
        <translation>Trouver des sons semblables</translation>
    </message>
    <message>
        <source>Why this sound?</source>
        <translation>Pourquoi ce son&#xa0;?</translation>
    </message>
    <message>
        <source>Weigh the parts of the search</source>
        <translation>Doser les parties de la recherche</translation>
    </message>
    <message>
        <source>Show sounds with warnings</source>
        <translation>Montrer les sons avec avertissements</translation>
    </message>
    <message>
        <source>Save the present search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Forget the earlier searches</source>
        <translation>Oublier les recherches précédentes</translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation>Copier les chemins</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Montrer dans le gestionnaire de fichiers</translation>
    </message>
</context>
<context>
    <name>FindingTable</name>
    <message>
        <source>How often something right is among the first {count}.</source>
        <translation>Combien de fois une bonne réponse est parmi les {count} premières.</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Trouver</translation>
    </message>
    <message>
        <source>Looking for</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>First {count}</source>
        <translation>{count} premiers</translation>
    </message>
    <message>
        <source>mAP@10</source>
        <translation>mAP@10</translation>
    </message>
    <message>
        <source>How near to the top the right ones are among the first ten; 1 is perfect.</source>
        <translation>Combien les bons sont haut parmi les dix premiers&#xa0;; 1 est parfait.</translation>
    </message>
    <message>
        <source>sounds by a label</source>
        <translation>sons d’un libellé</translation>
    </message>
    <message>
        <source>Each label is searched for: are its sounds among the first?</source>
        <translation>Chaque libellé est recherché&#xa0;: ses sons sont-ils parmi les premiers&#xa0;?</translation>
    </message>
    <message>
        <source>labels of a sound</source>
        <translation>libellés d’un son</translation>
    </message>
    <message>
        <source>Each sound is compared with all labels: are its own among the first?</source>
        <translation>Chaque son est comparé à tous les libellés&#xa0;: les siens sont-ils parmi les premiers&#xa0;?</translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Add a folder with sounds</source>
        <translation>Ajouter un dossier de sons</translation>
    </message>
    <message>
        <source>Drop one here, or choose it below; everything in it is included.
Earmark listens to each sound once, tags it, and finds it by your words.
All of that happens on this computer, and your files are never changed.</source>
        <translation>Déposez-en un ici ou choisissez-le ci-dessous&#xa0;; tout son contenu est inclus.
Earmark écoute chaque son une fois, l’étiquette et le retrouve avec vos mots.
Tout se passe sur cet ordinateur, et vos fichiers ne sont jamais modifiés.</translation>
    </message>
    <message>
        <source>Add a folder...</source>
        <translation>Ajouter un dossier...</translation>
    </message>
    <message>
        <source>Open the demonstration sounds</source>
        <translation>Ouvrir les sons de démonstration</translation>
    </message>
</context>
<context>
    <name>FolderPanel</name>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ajouter un dossier</translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation>Ajouter un dossier à la bibliothèque</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Relire</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Montrer dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>This folder has moved...</source>
        <translation>Ce dossier a été déplacé...</translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation>Retirer de la bibliothèque</translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation>Les fichiers restent où ils sont.</translation>
    </message>
</context>
<context>
    <name>FolderTreeModel</name>
    <message>
        <source>All sounds</source>
        <translation>Tous les sons</translation>
    </message>
    <message numerus="yes">
        <source>{folder}, %Ln sound(s)</source>
        <translation>
            <numerusform>{folder}, %Ln son</numerusform>
            <numerusform>{folder}, %Ln sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder}, %Ln sound(s), offline</source>
        <translation>
            <numerusform>{folder}, %Ln son, hors ligne</numerusform>
            <numerusform>{folder}, %Ln sons, hors ligne</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder cannot be reached. Is its drive plugged in?</source>
        <translation>Ce dossier est inaccessible. Son disque est-il branché&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) are missing; they come back by themselves when their files do.</source>
        <translation>
            <numerusform>%Ln son manque&#xa0;; il reviendra de lui-même avec son fichier.</numerusform>
            <numerusform>%Ln sons manquent&#xa0;; ils reviendront d’eux-mêmes avec leurs fichiers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Happening</name>
    <message>
        <source>Events (*{suffix})</source>
        <translation>Événements (*{suffix})</translation>
    </message>
    <message>
        <source>events</source>
        <translation>événements</translation>
    </message>
    <message>
        <source>Export events</source>
        <translation>Exporter les événements</translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation>Il y a déjà un fichier {name}.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>Listening for events...</source>
        <translation>Recherche des événements...</translation>
    </message>
    <message>
        <source>The events were saved as {path}.</source>
        <translation>Les événements ont été enregistrés sous {path}.</translation>
    </message>
    <message>
        <source>The events cannot be saved as {path} ({reason}): choose another place.</source>
        <translation>Les événements ne peuvent pas être enregistrés sous {path} ({reason})&#xa0;: choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The tags are not ready yet: try again in a moment.</source>
        <translation>Les étiquettes ne sont pas encore prêtes&#xa0;: réessayez dans un instant.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>“{step}” was not undone: {reason}</source>
        <translation>«&#xa0;{step}&#xa0;» n’a pas été annulé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>“{step}” was not done again: {reason}</source>
        <translation>«&#xa0;{step}&#xa0;» n’a pas été rétabli&#xa0;: {reason}</translation>
    </message>
</context>
<context>
    <name>Housekeeping</name>
    <message>
        <source>Drop folders here: single files are not added.</source>
        <translation>Déposez des dossiers ici&#xa0;: les fichiers seuls ne sont pas ajoutés.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” is offline: what is known of its %Ln sound(s) is kept.</source>
        <translation>
            <numerusform>«&#xa0;{name}&#xa0;» est hors ligne&#xa0;: ce qui est connu de son son (%Ln) est conservé.</numerusform>
            <numerusform>«&#xa0;{name}&#xa0;» est hors ligne&#xa0;: ce qui est connu de ses %Ln sons est conservé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline: {names}. What is known of their sounds is kept.</source>
        <translation>Hors ligne&#xa0;: {names}. Ce qui est connu de leurs sons est conservé.</translation>
    </message>
    <message>
        <source>Add a folder with sounds</source>
        <translation>Ajouter un dossier de sons</translation>
    </message>
    <message>
        <source>Where is “{}” now?</source>
        <translation>Où est «&#xa0;{}&#xa0;» maintenant&#xa0;?</translation>
    </message>
</context>
<context>
    <name>HousekeepingActions</name>
    <message>
        <source>Library and window</source>
        <translation>Bibliothèque et fenêtre</translation>
    </message>
    <message>
        <source>Add a folder...</source>
        <translation>Ajouter un dossier...</translation>
    </message>
    <message>
        <source>Rescan all folders</source>
        <translation>Relire tous les dossiers</translation>
    </message>
    <message>
        <source>Find a command...</source>
        <translation>Trouver une commande...</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Preferences...</source>
        <translation>Préférences...</translation>
    </message>
    <message>
        <source>About Earmark</source>
        <translation>À propos d’Earmark</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Theme like the system</source>
        <translation>Thème du système</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Thème clair</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Thème sombre</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import tags</source>
        <translation>Importer des étiquettes</translation>
    </message>
    <message>
        <source>&amp;Keep all</source>
        <translation>Tout &amp;garder</translation>
    </message>
    <message>
        <source>&amp;Replace all</source>
        <translation>Tout &amp;remplacer</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) of the list are in the library.</source>
        <translation>
            <numerusform>%Ln son de la liste est dans la bibliothèque.</numerusform>
            <numerusform>%Ln sons de la liste sont dans la bibliothèque.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sounds here have names of the list, but other audio: tick those that are the same.</source>
        <translation>Des sons d’ici portent des noms de la liste, mais leur audio est autre&#xa0;: cochez ceux qui sont les mêmes.</translation>
    </message>
    <message>
        <source>Of no sound of this list it is certain which one here it is.</source>
        <translation>D’aucun son de cette liste on ne sait avec certitude lequel c’est ici.</translation>
    </message>
    <message>
        <source>No sound of this list can be heard here.</source>
        <translation>Aucun son de cette liste n’a pu être écouté ici.</translation>
    </message>
    <message>
        <source>No sound of this list is in the library: add their folder first.</source>
        <translation>Aucun son de cette liste n’est dans la bibliothèque&#xa0;: ajoutez d’abord leur dossier.</translation>
    </message>
    <message>
        <source>Nothing in this list can be understood.</source>
        <translation>Rien dans cette liste n’est compréhensible.</translation>
    </message>
    <message>
        <source>The list is empty: no sound is in it.</source>
        <translation>La liste est vide&#xa0;: elle ne contient aucun son.</translation>
    </message>
    <message>
        <source>Nothing would be added.</source>
        <translation>Rien ne serait ajouté.</translation>
    </message>
    <message>
        <source>Nothing would be added: all of it is known here.</source>
        <translation>Rien ne serait ajouté&#xa0;: tout est déjà connu ici.</translation>
    </message>
    <message>
        <source>Found by name only ({count})</source>
        <translation>Reconnus au nom seul ({count})</translation>
    </message>
    <message>
        <source>Several of that name ({count})</source>
        <translation>Plusieurs de ce nom ({count})</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Mot-clé</translation>
    </message>
    <message>
        <source>What was said here stays, but for the lines that are ticked.</source>
        <translation>Ce qui a été dit ici reste, sauf aux lignes cochées.</translation>
    </message>
    <message>
        <source>Ticked lines are taken for the same sound. Of the others the list says that it is other audio.</source>
        <translation>Les lignes cochées valent pour le même son. Des autres, la liste dit que c’est un autre audio.</translation>
    </message>
    <message>
        <source>Found by name only</source>
        <translation>Reconnus au nom seul</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>Ligne {number}</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>Entrée {number}</translation>
    </message>
    <message>
        <source>This would be taken over: {what}.</source>
        <translation>Serait repris&#xa0;: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keyword(s) of another program are tags here, and count as accepted.</source>
        <translation>
            <numerusform>%Ln mot-clé d’un autre programme est une étiquette ici et compte comme accepté.</numerusform>
            <numerusform>%Ln mots-clés d’un autre programme sont des étiquettes ici et comptent comme acceptés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns that mean nothing here: {names}.</source>
        <translation>Colonnes sans signification ici&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Contradictions ({count})</source>
        <translation>Contradictions ({count})</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Combien de fois</translation>
    </message>
    <message>
        <source>Not understood ({count})</source>
        <translation>Pas compris ({count})</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Not in the library ({count})</source>
        <translation>Pas dans la bibliothèque ({count})</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Not heard ({count})</source>
        <translation>Pas écoutés ({count})</translation>
    </message>
    <message>
        <source>Unknown tags ({count})</source>
        <translation>Étiquettes inconnues ({count})</translation>
    </message>
    <message>
        <source>Unknown keywords ({count})</source>
        <translation>Mots-clés inconnus ({count})</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <translation>Contradictions</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message numerus="yes">
        <source>%Ln decision(s) on tags</source>
        <translation>
            <numerusform>%Ln avis sur des étiquettes</numerusform>
            <numerusform>%Ln avis sur des étiquettes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ratings, favourites and notes on %Ln sound(s)</source>
        <translation>
            <numerusform>notes, favoris et remarques sur %Ln son</numerusform>
            <numerusform>notes, favoris et remarques sur %Ln sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) in collections</source>
        <translation>
            <numerusform>%Ln entrée dans des collections</numerusform>
            <numerusform>%Ln entrées dans des collections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InFile</name>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>italics: by Earmark</source>
        <translation>italique&#xa0;: Earmark</translation>
    </message>
    <message>
        <source>What stands in italics was written into the file by Earmark.</source>
        <translation>Ce qui est en italique a été écrit dans le fichier par Earmark.</translation>
    </message>
    <message>
        <source>Markers</source>
        <translation>Marqueurs</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>IndexStatus</name>
    <message>
        <source>Progress of indexing</source>
        <translation>Avancement de l’écoute</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Avancement du téléchargement</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>Annuler le téléchargement</translation>
    </message>
    <message>
        <source>Progress of the new network</source>
        <translation>Avancement du nouveau réseau</translation>
    </message>
    <message>
        <source>Use the new network at once</source>
        <translation>Utiliser le nouveau réseau tout de suite</translation>
    </message>
    <message>
        <source>Keep the present network</source>
        <translation>Garder le réseau actuel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln son</numerusform>
            <numerusform>%Ln sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %Ln selected</source>
        <translation>
            <numerusform> · %Ln sélectionné</numerusform>
            <numerusform> · %Ln sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problème</numerusform>
            <numerusform>%Ln problèmes</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what could not be done, why, and what helps</source>
        <translation>Montrer ce qui n’a pas pu être fait, pourquoi, et ce qui aide</translation>
    </message>
    <message numerus="yes">
        <source>Looking through “{folder}”: %Ln file(s)</source>
        <translation>
            <numerusform>Lecture de «&#xa0;{folder}&#xa0;»&#xa0;: %Ln fichier</numerusform>
            <numerusform>Lecture de «&#xa0;{folder}&#xa0;»&#xa0;: %Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>{name} gets ready</source>
        <translation>{name} se prépare</translation>
    </message>
    <message>
        <source>{name}: {progress}</source>
        <translation>{name}&#xa0;: {progress}</translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <translation>Reprendre l’écoute</translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation>Suspendre l’écoute</translation>
    </message>
    <message>
        <source>Listening to {number} of {total}</source>
        <translation>Écoute&#xa0;: {number} sur {total}</translation>
    </message>
    <message>
        <source>Listening for moments: {number} of {total}</source>
        <translation>Écoute des passages&#xa0;: {number} sur {total}</translation>
    </message>
    <message>
        <source>Measuring sounds: {number} of {total}</source>
        <translation>Mesure des sons&#xa0;: {number} sur {total}</translation>
    </message>
    <message>
        <source>Downloading {name}: {done} of {total} MB</source>
        <translation>Téléchargement de {name}&#xa0;: {done} sur {total} Mo</translation>
    </message>
    <message>
        <source>{speed} MB/s</source>
        <translation>{speed} Mo/s</translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Labels</source>
        <translation>Libellés</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>Sounds that have the label.</source>
        <translation>Sons qui ont ce libellé.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Of the sounds for which this label came first, so many have it.</source>
        <translation>Parmi les sons pour lesquels ce libellé est arrivé premier, la part qui l’a.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <source>Of the sounds that have this label, so many got it first.</source>
        <translation>Parmi les sons qui ont ce libellé, la part qui l’a reçu d’abord.</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>Average precision: how near to the top its sounds stand when all sounds are in the order of this label; 1 is perfect.</source>
        <translation>Précision moyenne&#xa0;: combien ses sons sont haut quand tous sont dans l’ordre de ce libellé&#xa0;; 1 est parfait.</translation>
    </message>
    <message>
        <source>Mostly taken for</source>
        <translation>Pris surtout pour</translation>
    </message>
    <message>
        <source>The label that its sounds most often get in its place.</source>
        <translation>Le libellé que ses sons reçoivent le plus souvent à sa place.</translation>
    </message>
    <message>
        <source>By the words</source>
        <translation>À cause des mots</translation>
    </message>
    <message>
        <source>The prompt of that other label that fits these sounds best: it is to blame.</source>
        <translation>L’invite de cet autre libellé qui va le mieux à ces sons&#xa0;: c’est elle la coupable.</translation>
    </message>
</context>
<context>
    <name>LearningTable</name>
    <message>
        <source>What was learned</source>
        <translation>Ce qui est appris</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Decisions of yours that the tags come to.</source>
        <translation>Vos avis auxquels les étiquettes arrivent aussi.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Mean average precision over all tags.</source>
        <translation>Mean average precision sur toutes les étiquettes.</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>without learning</source>
        <translation>sans l’apprentissage</translation>
    </message>
    <message>
        <source>by the prompts alone</source>
        <translation>par les seules invites</translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation>pas un hasard</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>peut être un hasard</translation>
    </message>
    <message>
        <source>with what they learned</source>
        <translation>avec ce qu’elles ont appris</translation>
    </message>
</context>
<context>
    <name>ListeningActions</name>
    <message>
        <source>Listening</source>
        <translation>Pré-écoute</translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation>Lire ou arrêter</translation>
    </message>
    <message>
        <source>Play from the start, or from the moment found</source>
        <translation>Lire depuis le début ou le passage trouvé</translation>
    </message>
    <message>
        <source>Play from the start of the file</source>
        <translation>Lire depuis le début du fichier</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Slower and lower</source>
        <translation>Plus lent et plus grave</translation>
    </message>
    <message>
        <source>Faster and higher</source>
        <translation>Plus rapide et plus aigu</translation>
    </message>
    <message>
        <source>Speed as recorded</source>
        <translation>Vitesse d’origine</translation>
    </message>
    <message>
        <source>Play sounds when they are selected</source>
        <translation>Lire les sons dès leur sélection</translation>
    </message>
    <message>
        <source>Play on down the list</source>
        <translation>Lire la suite de la liste</translation>
    </message>
    <message>
        <source>Play all sounds equally loud</source>
        <translation>Lire tous les sons au même niveau</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Plus d’outils</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>MarkerTicks</name>
    <message>
        <source>Click to play from here.</source>
        <translation>Cliquez pour écouter à partir d’ici.</translation>
    </message>
    <message>
        <source>Marker {number}</source>
        <translation>Marqueur {number}</translation>
    </message>
</context>
<context>
    <name>MarkerWord</name>
    <message>
        <source>Click to play from here.</source>
        <translation>Cliquez pour écouter à partir d’ici.</translation>
    </message>
    <message>
        <source>Find sounds with this marker</source>
        <translation>Chercher les sons avec ce marqueur</translation>
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
        <translation>Tempo&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Single note: {note}, {hertz} Hz</source>
        <translation>Note seule&#xa0;: {note}, {hertz} Hz</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>boucle</translation>
    </message>
    <message>
        <source>one-shot</source>
        <translation>one-shot</translation>
    </message>
    <message>
        <source>Kind: {value}</source>
        <translation>Genre&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Loudness of the whole sound (ITU-R BS.1770): {value}</source>
        <translation>Sonie du son entier (ITU-R BS.1770)&#xa0;: {value}</translation>
    </message>
    <message>
        <source>below {level} LUFS</source>
        <translation>sous {level} LUFS</translation>
    </message>
    <message>
        <source>True peak, between the samples: {value}</source>
        <translation>Crête vraie, entre les échantillons&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Over full scale: players and other programs may cut it off. Turn it down to be safe.</source>
        <translation>Au-delà de la pleine échelle&#xa0;: les lecteurs et d’autres programmes peuvent l’écrêter. Par sûreté, baissez le niveau.</translation>
    </message>
    <message>
        <source>Key: {note} major</source>
        <translation>Tonalité&#xa0;: {note} majeur</translation>
    </message>
    <message>
        <source>Key: {note} minor</source>
        <translation>Tonalité&#xa0;: {note} mineur</translation>
    </message>
    <message>
        <source>Key: {note} sharp major</source>
        <translation>Tonalité&#xa0;: {note} dièse majeur</translation>
    </message>
    <message>
        <source>Key: {note} sharp minor</source>
        <translation>Tonalité&#xa0;: {note} dièse mineur</translation>
    </message>
    <message>
        <source>{note} sharp {octave}</source>
        <translation>{note} dièse {octave}</translation>
    </message>
    <message>
        <source>band-limited</source>
        <translation>bande limitée</translation>
    </message>
    <message>
        <source>clipped</source>
        <translation>écrêté</translation>
    </message>
    <message>
        <source>near-silent</source>
        <translation>presque muet</translation>
    </message>
    <message>
        <source>low level</source>
        <translation>niveau faible</translation>
    </message>
    <message>
        <source>DC offset</source>
        <translation>décalage continu</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>bruité</translation>
    </message>
    <message>
        <source>fake stereo</source>
        <translation>fausse stéréo</translation>
    </message>
    <message>
        <source>dropouts</source>
        <translation>coupures</translation>
    </message>
    <message>
        <source>Nothing wrong was found in this recording.</source>
        <translation>Aucun défaut n’a été trouvé dans cet enregistrement.</translation>
    </message>
    <message>
        <source>Recorded over a narrow band: tags are less certain here.</source>
        <translation>Enregistré sur une bande étroite&#xa0;: les étiquettes sont moins sûres ici.</translation>
    </message>
    <message>
        <source>Its peaks are cut off: tags are less certain here.</source>
        <translation>Ses crêtes sont coupées&#xa0;: les étiquettes sont moins sûres ici.</translation>
    </message>
    <message numerus="yes">
        <source>Clipped: %Ln sample(s) lie where peaks were cut off, which is heard as distortion.</source>
        <translation>
            <numerusform>Écrêté&#xa0;: %Ln échantillon se trouve là où des crêtes ont été coupées&#xa0;; cela s’entend comme une distorsion.</numerusform>
            <numerusform>Écrêté&#xa0;: %Ln échantillons se trouvent là où des crêtes ont été coupées&#xa0;; cela s’entend comme une distorsion.</numerusform>
        </translation>
    </message>
    <message>
        <source>Low level: its highest peak lies at {peak} dBTP.</source>
        <translation>Niveau faible&#xa0;: sa plus haute crête est à {peak} dBTP.</translation>
    </message>
    <message numerus="yes">
        <source>Fake stereo: its %Ln channel(s) hold one signal: the same, at other volumes, or in one of them only.</source>
        <translation>
            <numerusform>Fausse stéréo&#xa0;: son %Ln canal contient un seul signal&#xa0;: partout le même, à des volumes différents ou dans un seul.</numerusform>
            <numerusform>Fausse stéréo&#xa0;: ses %Ln canaux contiennent un seul signal&#xa0;: partout le même, à des volumes différents ou dans un seul.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hardly anything but silence: tags are less certain here.</source>
        <translation>Presque rien que du silence&#xa0;: les étiquettes sont moins sûres ici.</translation>
    </message>
    <message>
        <source>Recorded very low: tags are less certain here.</source>
        <translation>Enregistré très bas&#xa0;: les étiquettes sont moins sûres ici.</translation>
    </message>
    <message>
        <source>Much noise beside the sound: tags are less certain here.</source>
        <translation>Beaucoup de bruit à côté du son&#xa0;: les étiquettes sont moins sûres ici.</translation>
    </message>
    <message>
        <source>Look for the original: no processing brings back what is missing.</source>
        <translation>Cherchez l’original&#xa0;: aucun traitement ne ramène ce qui manque.</translation>
    </message>
    <message>
        <source>Look for a take at a lower level, or mend it with a declipper; turning it down does not help.</source>
        <translation>Cherchez une prise à plus bas niveau, ou réparez-la avec un «&#xa0;declipper&#xa0;»&#xa0;; baisser le volume n’aide pas.</translation>
    </message>
    <message>
        <source>Check that it is the right file, and cut the silence away if you need what is in it.</source>
        <translation>Vérifiez que c’est le bon fichier, et coupez le silence si vous avez besoin de ce qu’il contient.</translation>
    </message>
    <message>
        <source>Raise it in an editor, or have all sounds played equally loud; its noise comes up with it.</source>
        <translation>Montez-le dans un éditeur, ou faites lire tous les sons au même niveau&#xa0;; son bruit monte avec lui.</translation>
    </message>
    <message>
        <source>Take it out with a high-pass filter below 20 Hz: it costs headroom, and cuts in it click.</source>
        <translation>Retirez-le avec un filtre passe-haut sous 20 Hz&#xa0;: il coûte de la réserve, et les coupes claquent.</translation>
    </message>
    <message>
        <source>Reduce the noise in an editor, or look for a cleaner take.</source>
        <translation>Réduisez le bruit dans un éditeur, ou cherchez une prise plus propre.</translation>
    </message>
    <message>
        <source>Nothing is wrong with how it sounds; saved in mono it takes less room.</source>
        <translation>Rien ne gêne à l’écoute&#xa0;; enregistré en mono, il prend moins de place.</translation>
    </message>
    <message>
        <source>Copy the file from its source again, or mend the gaps in an editor.</source>
        <translation>Copiez de nouveau le fichier depuis sa source, ou réparez les trous dans un éditeur.</translation>
    </message>
    <message>
        <source>Band-limited: its sample rate of {rate} holds nothing above {limit}.</source>
        <translation>Bande limitée&#xa0;: sa fréquence d’échantillonnage de {rate} ne contient rien au-dessus de {limit}.</translation>
    </message>
    <message>
        <source>Band-limited: there is nothing above {bandwidth}, though the file has room up to {limit}. It went through a telephone, a low bitrate or a lower sample rate.</source>
        <translation>Bande limitée&#xa0;: il n’y a rien au-dessus de {bandwidth}, alors que le fichier va jusqu’à {limit}. Le son est passé par un téléphone, un débit faible ou une fréquence d’échantillonnage plus basse.</translation>
    </message>
    <message>
        <source>Near-silent: only {share} of it is louder than {level} dBFS.</source>
        <translation>Presque muet&#xa0;: seulement {share} dépasse {level} dBFS.</translation>
    </message>
    <message>
        <source>DC offset: the wave lies {share} of full scale off its middle.</source>
        <translation>Décalage continu&#xa0;: l’onde est à {share} de la pleine échelle de son milieu.</translation>
    </message>
    <message>
        <source>Noisy: the sound stands about {ratio} dB above its noise.</source>
        <translation>Bruité&#xa0;: le son dépasse son bruit d’environ {ratio} dB.</translation>
    </message>
    <message numerus="yes">
        <source>Dropouts: in %Ln place(s) samples are missing in the middle of the sound.</source>
        <translation>
            <numerusform>Coupures&#xa0;: à %Ln endroit, des échantillons manquent au milieu du son.</numerusform>
            <numerusform>Coupures&#xa0;: à %Ln endroits, des échantillons manquent au milieu du son.</numerusform>
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
        <translation>Avertissements</translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message>
        <source>Repair...</source>
        <translation>Réparer...</translation>
    </message>
    <message>
        <source>Restore the backup...</source>
        <translation>Restaurer la sauvegarde...</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>There is no backup any more.</source>
        <translation>Il n’y a plus de sauvegarde.</translation>
    </message>
    <message>
        <source>Put the backup of {day} in the place of this library? The window closes for that and opens again. The present library is kept as a file of its own.</source>
        <translation>Mettre la sauvegarde du {day} à la place de cette bibliothèque&#xa0;? La fenêtre se ferme pour cela, puis s’ouvre de nouveau. La bibliothèque actuelle est conservée dans un fichier à part.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Repair the library now? What can be saved is saved, what is lost is taken from the newest backup, and the damaged file is kept. The window closes for that and opens again.</source>
        <translation>Réparer la bibliothèque maintenant&#xa0;? Ce qui peut être sauvé l’est, ce qui est perdu est pris dans la sauvegarde la plus récente, et le fichier endommagé est conservé. La fenêtre se ferme pour cela, puis s’ouvre de nouveau.</translation>
    </message>
    <message>
        <source>The library in {folder} is damaged and cannot be opened. Repair it now? What can be saved is saved, what is lost is taken from the newest backup, and the damaged file is kept.</source>
        <translation>La bibliothèque dans {folder} est endommagée et ne peut pas être ouverte. La réparer maintenant&#xa0;? Ce qui peut être sauvé l’est, ce qui est perdu est pris dans la sauvegarde la plus récente, et le fichier endommagé est conservé.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Mending the library failed in a way that nobody expected: the log in {folder} says more.</source>
        <translation>La réparation de la bibliothèque a échoué d’une manière inattendue&#xa0;: le journal dans {folder} en dit plus.</translation>
    </message>
    <message>
        <source>The library is being mended...</source>
        <translation>Remise en état de la bibliothèque...</translation>
    </message>
    <message>
        <source>Nothing is wrong with the library any more: nothing was changed.</source>
        <translation>Tout est rentré dans l’ordre dans la bibliothèque&#xa0;: rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Nothing could be read in the damaged library, and there is no backup that can be: it is kept as {file}, and you begin with an empty one.</source>
        <translation>Rien n’a pu être lu dans la bibliothèque endommagée, et aucune sauvegarde n’est lisible&#xa0;: elle est conservée sous le nom {file}, et une bibliothèque vide la remplace.</translation>
    </message>
    <message>
        <source>The library is repaired: {rows}. The damaged file is kept as {file}.</source>
        <translation>La bibliothèque est réparée&#xa0;: {rows}. Le fichier endommagé est conservé sous le nom {file}.</translation>
    </message>
    <message>
        <source>The library is repaired: {rows}. Of these from the backup of {day}: {from_backup}. The damaged file is kept as {file}.</source>
        <translation>La bibliothèque est réparée&#xa0;: {rows}. Dont de la sauvegarde du {day}&#xa0;: {from_backup}. Le fichier endommagé est conservé sous le nom {file}.</translation>
    </message>
    <message>
        <source>Perhaps some of these had been undone: {rows}.</source>
        <translation>Certains de ces éléments avaient peut-être été annulés&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>Part of the file could not be read: ratings, notes, tags and collections may be lost; there is no backup.</source>
        <translation>Une partie du fichier n’a pas pu être lue&#xa0;: des notes, des remarques, des étiquettes et des collections sont peut-être perdues&#xa0;; il n’y a pas de sauvegarde.</translation>
    </message>
    <message>
        <source>Part of the file could not be read: ratings, notes, tags and collections that were given since the backup of {day} may be lost.</source>
        <translation>Une partie du fichier n’a pas pu être lue&#xa0;: des notes, des remarques, des étiquettes et des collections données depuis la sauvegarde du {day} sont peut-être perdues.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln dossier</numerusform>
            <numerusform>%Ln dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pattern(s) to leave out</source>
        <translation>
            <numerusform>%Ln motif à exclure</numerusform>
            <numerusform>%Ln motifs à exclure</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln son</numerusform>
            <numerusform>%Ln sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag decision(s)</source>
        <translation>
            <numerusform>%Ln décision sur une étiquette</numerusform>
            <numerusform>%Ln décisions sur des étiquettes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) with a rating or note</source>
        <translation>
            <numerusform>%Ln son avec note ou remarque</numerusform>
            <numerusform>%Ln sons avec note ou remarque</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln collection(s)</source>
        <translation>
            <numerusform>%Ln collection</numerusform>
            <numerusform>%Ln collections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) in collections</source>
        <translation>
            <numerusform>%Ln son en collection</numerusform>
            <numerusform>%Ln sons en collection</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>The backup of {day} is back: {rows}.</source>
        <translation>La sauvegarde du {day} est de retour&#xa0;: {rows}.</translation>
    </message>
    <message>
        <source>The backup of {day} is back: {rows}. The library that was in its place is kept as {file}.</source>
        <translation>La sauvegarde du {day} est de retour&#xa0;: {rows}. La bibliothèque qui était à sa place est conservée sous le nom {file}.</translation>
    </message>
    <message>
        <source>Newer backups were passed over, because they are damaged: {days}.</source>
        <translation>Des sauvegardes plus récentes ont été laissées de côté, car elles sont endommagées&#xa0;: {days}.</translation>
    </message>
    <message>
        <source>What was computed from your sounds was damaged and is kept as {file}: the sounds are listened to again. Nothing that you made is hurt by that.</source>
        <translation>Ce qui avait été calculé à partir des sons était endommagé et est conservé sous le nom {file}&#xa0;: les sons sont écoutés de nouveau. Rien de ce que vous avez fait n’est touché.</translation>
    </message>
    <message>
        <source>None of the backups can be read: nothing was changed.</source>
        <translation>Aucune des sauvegardes n’est lisible&#xa0;: rien n’a été modifié.</translation>
    </message>
</context>
<context>
    <name>MistakenTags</name>
    <message>
        <source>Tags put on other sounds</source>
        <translation>Étiquettes mises sur d’autres sons</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Put on</source>
        <translation>Mise sur</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>By the words</source>
        <translation>À cause des mots</translation>
    </message>
    <message>
        <source>The prompt of the tag that fits these sounds best: it is to blame.</source>
        <translation>L’invite de l’étiquette qui va le mieux à ces sons&#xa0;: c’est elle la coupable.</translation>
    </message>
</context>
<context>
    <name>MixSliders</name>
    <message>
        <source>Weights of the parts of the search</source>
        <translation>Poids des parties de la recherche</translation>
    </message>
    <message>
        <source>Weight of the example</source>
        <translation>Poids de l’exemple</translation>
    </message>
    <message>
        <source>Weight of the words</source>
        <translation>Poids des mots</translation>
    </message>
    <message>
        <source>Weight of the words with a minus</source>
        <translation>Poids des mots avec un moins</translation>
    </message>
    <message>
        <source>Weigh the parts as usual</source>
        <translation>Doser comme d’habitude</translation>
    </message>
</context>
<context>
    <name>NameMatchModel</name>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Dans la liste</translation>
    </message>
</context>
<context>
    <name>NoisyRecordings</name>
    <message>
        <source>Find the noisiest</source>
        <translation>Trouver les plus bruités</translation>
    </message>
    <message>
        <source>The noise in the pauses of each sound is measured, which may take a while.</source>
        <translation>Le bruit dans les pauses de chaque son est mesuré, ce qui peut prendre un moment.</translation>
    </message>
    <message numerus="yes">
        <source>Of these %Ln sound(s), {right} got the right label first.</source>
        <translation>
            <numerusform>Sur ce %Ln son, {right} ont reçu d’abord le bon libellé.</numerusform>
            <numerusform>Sur ces %Ln sons, {right} ont reçu d’abord le bon libellé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more sound(s) have no pause to hear noise in.</source>
        <translation>
            <numerusform>%Ln autre son n’a pas de pause où entendre du bruit.</numerusform>
            <numerusform>%Ln autres sons n’ont pas de pause où entendre du bruit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoisySounds</name>
    <message>
        <source>The noisiest sounds</source>
        <translation>Les sons les plus bruités</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>By how much the sound is louder than the noise in its pauses, by estimate.</source>
        <translation>De combien le son est plus fort que le bruit dans ses pauses, par estimation.</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Est</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Pris pour</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close this notice</source>
        <translation>Fermer cet avis</translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>A larger network hears more finely, and slower. {title}: {megabytes} MB, {licence}. {good_for}</source>
        <translation>Un réseau plus grand entend plus finement, et plus lentement. {title}&#xa0;: {megabytes} Mo, {licence}. {good_for}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Do not offer this again</source>
        <translation>Ne plus proposer</translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation>Reprendre le téléchargement</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>“{name}” is no longer in the library; its files are untouched.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est plus dans la bibliothèque&#xa0;; ses fichiers sont intacts.</translation>
    </message>
    <message>
        <source>Remove the folder “{name}”</source>
        <translation>Retirer le dossier «&#xa0;{name}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>PlayableTable</name>
    <message>
        <source>Show in the file manager</source>
        <translation>Montrer dans le gestionnaire de fichiers</translation>
    </message>
</context>
<context>
    <name>PlayerControls</name>
    <message>
        <source>Play</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Muet</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Speed as recorded</source>
        <translation>Vitesse d’origine</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Sonie</translation>
    </message>
    <message>
        <source>Position and length</source>
        <translation>Position et durée</translation>
    </message>
    <message>
        <source>{loudness} · {gain} dB</source>
        <translation>{loudness} · {gain} dB</translation>
    </message>
    <message>
        <source>Loudness of the whole sound (ITU-R BS.1770); it peaks at {peak} dBFS.</source>
        <translation>Sonie du son entier (ITU-R BS.1770)&#xa0;; sa crête est à {peak} dBFS.</translation>
    </message>
    <message>
        <source>Loudness of the whole sound (ITU-R BS.1770), and by how much it is played louder or quieter to match others; it peaks at {peak} dBFS.</source>
        <translation>Sonie du son entier (ITU-R BS.1770), et de combien il est lu plus ou moins fort pour égaler les autres&#xa0;; sa crête est à {peak} dBFS.</translation>
    </message>
    <message>
        <source>{format} · clips</source>
        <translation>{format} · écrête</translation>
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
        <translation>Choisissez un son pour le voir et l’entendre.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>{title}: {megabytes} MB, {licence}</source>
        <translation>{title}&#xa0;: {megabytes} Mo, {licence}</translation>
    </message>
    <message>
        <source>All but one</source>
        <translation>Tous sauf un</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>{} (not connected)</source>
        <translation>{} (non connecté)</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>C&amp;hoose...</source>
        <translation>C&amp;hoisir...</translation>
    </message>
    <message>
        <source>Choose the editor</source>
        <translation>Choisir l’éditeur</translation>
    </message>
    <message>
        <source>{name}: its folder is not there</source>
        <translation>{name}&#xa0;: son dossier n’est pas là</translation>
    </message>
    <message>
        <source>{name}: not downloaded, {megabytes} MB</source>
        <translation>{name}&#xa0;: non téléchargé, {megabytes} Mo</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Écoute</translation>
    </message>
    <message>
        <source>After a change all sounds are listened to anew; meanwhile the present one serves. Your tags and verdicts stay.</source>
        <translation>Après un changement, tous les sons sont réécoutés&#xa0;; entre-temps le réseau actuel sert. Vos étiquettes et vos avis restent.</translation>
    </message>
    <message>
        <source>&amp;Listening</source>
        <translation>&amp;Réseau</translation>
    </message>
    <message>
        <source>How many of them may be busy with listening. Counts when Earmark is started next.</source>
        <translation>Combien peuvent être occupés à écouter. Compte au prochain démarrage.</translation>
    </message>
    <message>
        <source>Processor &amp;cores</source>
        <translation>&amp;Cœurs du processeur</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Télécharger</translation>
    </message>
    <message>
        <source>Networks to download</source>
        <translation>Réseaux à télécharger</translation>
    </message>
    <message>
        <source>Nothing is downloaded by itself. It takes over once it has listened to every sound.</source>
        <translation>Rien n’est téléchargé automatiquement. Le nouveau réseau prend le relais quand il a écouté tous les sons.</translation>
    </message>
    <message>
        <source>More networks</source>
        <translation>Autres réseaux</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothèque</translation>
    </message>
    <message>
        <source>Files and folders that fit one of these patterns are not listened to.</source>
        <translation>Les fichiers et dossiers correspondant à l’un de ces motifs ne sont pas écoutés.</translation>
    </message>
    <message>
        <source>&amp;Left out</source>
        <translation>E&amp;xclus</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>&amp;Output device</source>
        <translation>&amp;Sortie audio</translation>
    </message>
    <message>
        <source>Loud&amp;ness</source>
        <translation>So&amp;nie</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>T&amp;hème</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Editor</source>
        <translation>&amp;Éditeur</translation>
    </message>
</context>
<context>
    <name>ProblemListModel</name>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s’est passé</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Ce qui aide</translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation>Problèmes</translation>
    </message>
    <message>
        <source>Everything could be done: there is nothing to put right.</source>
        <translation>Tout a pu être fait&#xa0;: il n’y a rien à corriger.</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Try &amp;all again</source>
        <translation>&amp;Tout réessayer</translation>
    </message>
    <message>
        <source>&amp;Show in the file manager</source>
        <translation>&amp;Montrer dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation>Retour à la &amp;liste</translation>
    </message>
    <message>
        <source>Your files are untouched. A file is also listened to again when it changes.</source>
        <translation>Vos fichiers sont intacts. Un fichier est aussi réécouté quand il change.</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Sounds in it that were heard before are kept. It is tried again by itself when it can be opened.</source>
        <translation>Les sons déjà écoutés qu’il contient sont conservés. Une nouvelle tentative est faite d’elle-même dès qu’il peut être ouvert.</translation>
    </message>
    <message>
        <source>If it is meant to be so, nothing needs to be done; else record or export it again. Without a sound there are no tags.</source>
        <translation>Si c’est voulu, il n’y a rien à faire&#xa0;; sinon, enregistrez ou exportez-le de nouveau. Sans son, pas d’étiquettes.</translation>
    </message>
    <message>
        <source>Plug in its drive: its sounds come back by themselves. If it lies elsewhere now, locate it; if it was emptied for good, remove it (both in the menu of the folder).</source>
        <translation>Branchez son disque&#xa0;: ses sons reviennent d’eux-mêmes. S’il se trouve ailleurs, indiquez où&#xa0;; s’il a été vidé pour de bon, retirez-le (les deux dans le menu du dossier).</translation>
    </message>
    <message numerus="yes">
        <source>This folder cannot be reached, or nothing is left in it. What is known of its %Ln sound(s) is kept.</source>
        <translation>
            <numerusform>Ce dossier est inaccessible, ou il n’y reste rien. Ce qui est connu de son son (%Ln) est conservé.</numerusform>
            <numerusform>Ce dossier est inaccessible, ou il n’y reste rien. Ce qui est connu de ses %Ln sons est conservé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Listening to new sounds</source>
        <translation>L’écoute de nouveaux sons</translation>
    </message>
    <message>
        <source>What was heard before is safe. Put this right, then try again.</source>
        <translation>Ce qui a déjà été écouté est en sûreté. Corrigez la cause, puis réessayez.</translation>
    </message>
    <message>
        <source>The new network</source>
        <translation>Le nouveau réseau</translation>
    </message>
    <message>
        <source>The present one goes on listening. Put this right, then try again.</source>
        <translation>Le réseau actuel continue d’écouter. Corrigez la cause, puis réessayez.</translation>
    </message>
    <message>
        <source>The library&apos;s own files</source>
        <translation>Les fichiers propres à la bibliothèque</translation>
    </message>
    <message>
        <source>Your sound files are not touched by this. Try again to have it checked.</source>
        <translation>Vos fichiers son ne sont pas touchés. Réessayez pour relancer la vérification.</translation>
    </message>
    <message>
        <source>Bring the file back, or rescan its folder.</source>
        <translation>Remettez le fichier en place, ou relisez son dossier.</translation>
    </message>
    <message>
        <source>Give yourself the permission to read it: it is then listened to by itself.</source>
        <translation>Donnez-vous le droit de le lire&#xa0;: il est alors écouté de lui-même.</translation>
    </message>
    <message>
        <source>Check its drive or network, and close programs that use it. Nothing else needs to be done.</source>
        <translation>Vérifiez son disque ou le réseau, et fermez les programmes qui l’utilisent. Il n’y a rien d’autre à faire.</translation>
    </message>
    <message>
        <source>There is nothing in it: copy it again from where it came from.</source>
        <translation>Il est vide&#xa0;: copiez-le à nouveau depuis sa source.</translation>
    </message>
    <message>
        <source>See whether another program plays it. If none does, copy it again; else leave it out in the preferences.</source>
        <translation>Voyez si un autre programme le lit. Sinon, copiez-le à nouveau&#xa0;; si oui, excluez-le dans les préférences.</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>&quot;description&quot; must be a text in quotes, not {words1}.</source>
        <translation>&quot;description&quot; doit être un texte entre guillemets, pas {words1}.</translation>
    </message>
    <message>
        <source>&quot;format&quot; must be the number {1}.</source>
        <translation>&quot;format&quot; doit être le nombre {1}.</translation>
    </message>
    <message>
        <source>&quot;tags&quot; must be tables, each under a line [[tags]], not {words1}.</source>
        <translation>&quot;tags&quot; doivent être des tables, chacune sous une ligne [[tags]], pas {words1}.</translation>
    </message>
    <message>
        <source>&quot;{1}&quot; is a prompt and a counter-prompt: remove one of them.</source>
        <translation>&quot;{1}&quot; est à la fois une invite et une contre-invite&#xa0;: retirez l’une des deux.</translation>
    </message>
    <message>
        <source>1 audio format</source>
        <translation>1 format audio</translation>
    </message>
    <message>
        <source>1 edited sound</source>
        <translation>1 son modifié</translation>
    </message>
    <message>
        <source>1 embedder</source>
        <translation>1 réseau</translation>
    </message>
    <message>
        <source>1 embedding</source>
        <translation>1 vecteur</translation>
    </message>
    <message>
        <source>1 embedding of a long sound</source>
        <translation>1 vecteur d’un son long</translation>
    </message>
    <message>
        <source>1 embedding of a text</source>
        <translation>1 vecteur d’un texte</translation>
    </message>
    <message>
        <source>1 file name contains “{1}”: put it in quotes to see only that.</source>
        <translation>1 nom de fichier contient «&#xa0;{1}&#xa0;»&#xa0;: mettez-le entre guillemets pour ne voir que celui-là.</translation>
    </message>
    <message>
        <source>1 file name contains “{1}”: put it in quotes to see only those.</source>
        <translation>1 nom de fichier contient «&#xa0;{1}&#xa0;»&#xa0;: mettez-le entre guillemets pour ne voir que ceux-là.</translation>
    </message>
    <message>
        <source>1 rating</source>
        <translation>1 note</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 son</translation>
    </message>
    <message>
        <source>1 sound has not been measured yet, and so cannot be found by this.</source>
        <translation>1 son n’est pas encore mesuré et ne peut donc pas être trouvé ainsi.</translation>
    </message>
    <message>
        <source>1 sound in a collection</source>
        <translation>1 son dans une collection</translation>
    </message>
    <message>
        <source>1 sound with a rating or note</source>
        <translation>1 son avec une note ou une remarque</translation>
    </message>
    <message>
        <source>1 tag decision</source>
        <translation>1 avis sur des étiquettes</translation>
    </message>
    <message>
        <source>A backup of the library</source>
        <translation>Une sauvegarde de la bibliothèque</translation>
    </message>
    <message>
        <source>A collection needs a name.</source>
        <translation>Une collection a besoin d’un nom.</translation>
    </message>
    <message>
        <source>A comment in this file has a name that would not be written again.</source>
        <translation>Un commentaire de ce fichier a un nom qui ne serait pas réécrit.</translation>
    </message>
    <message>
        <source>A comment in this file is no text in UTF-8, and would become another one.</source>
        <translation>Un commentaire de ce fichier n’est pas un texte en UTF-8 et deviendrait un autre.</translation>
    </message>
    <message>
        <source>A name with characters that are no text cannot be kept in the settings.</source>
        <translation>Un nom avec des caractères qui ne sont pas du texte ne peut pas être gardé dans les préférences.</translation>
    </message>
    <message>
        <source>A pattern to leave out must not be empty: write a name such as Backup or *.mp3.</source>
        <translation>Un motif à exclure ne doit pas être vide&#xa0;: saisissez un nom tel que Backup ou *.mp3.</translation>
    </message>
    <message>
        <source>A region cannot replace the sound that it was cut from; choose another name.</source>
        <translation>Une région ne peut pas remplacer le son dont elle est tirée&#xa0;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>All sounds of {1} have the label “{2}”: there must be two labels at least.</source>
        <translation>Tous les sons de {1} portent le label «&#xa0;{2}&#xa0;»&#xa0;: il faut au moins deux labels.</translation>
    </message>
    <message>
        <source>Another file got this name meanwhile: look at it again.</source>
        <translation>Un autre fichier a reçu ce nom entre-temps&#xa0;: regardez de nouveau.</translation>
    </message>
    <message>
        <source>Another file has the name that this one would get: rename one of them.</source>
        <translation>Un autre fichier a le nom que celui-ci recevrait&#xa0;: renommez l’un des deux.</translation>
    </message>
    <message>
        <source>Another file is called {1} by now: rename that, and try again.</source>
        <translation>Un autre fichier s’appelle désormais {1}&#xa0;: renommez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Another program changed this file meanwhile: look at it again and repeat the writing.</source>
        <translation>Un autre programme a modifié ce fichier entre-temps&#xa0;: regardez-le de nouveau et recommencez l’écriture.</translation>
    </message>
    <message>
        <source>Another program changed this file meanwhile: look at it again.</source>
        <translation>Un autre programme a modifié ce fichier entre-temps&#xa0;: regardez-le de nouveau.</translation>
    </message>
    <message>
        <source>Another program has this file open: close it there and try again.</source>
        <translation>Un autre programme a ouvert ce fichier&#xa0;: fermez-le là-bas, puis réessayez.</translation>
    </message>
    <message>
        <source>Another program keeps this file locked, or you are not allowed to read it; it is tried again later.</source>
        <translation>Un autre programme verrouille ce fichier, ou vous n’avez pas le droit de le lire&#xa0;; une nouvelle tentative aura lieu plus tard.</translation>
    </message>
    <message>
        <source>Another program keeps this file locked; it is tried again later.</source>
        <translation>Un autre programme verrouille ce fichier&#xa0;; une nouvelle tentative aura lieu plus tard.</translation>
    </message>
    <message>
        <source>Another program wrote this file: move it away to have a sidecar here.</source>
        <translation>Un autre programme a écrit ce fichier&#xa0;: déplacez-le pour avoir ici un fichier annexe.</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Mémoire insuffisante</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Connexion refusée</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Périphérique occupé</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Quota du disque dépassé</translation>
    </message>
    <message>
        <source>Earmark cannot play sound on this kind of computer; everything else works.</source>
        <translation>Earmark ne peut pas lire de son sur ce type d’ordinateur&#xa0;; tout le reste fonctionne.</translation>
    </message>
    <message>
        <source>Earmark failed on this file ({words1}); the log says more.</source>
        <translation>Earmark a échoué sur ce fichier ({words1})&#xa0;; le journal en dit plus.</translation>
    </message>
    <message>
        <source>Earmark is closing.</source>
        <translation>Earmark se ferme.</translation>
    </message>
    <message>
        <source>Earmark writes no tags into files of this kind.</source>
        <translation>Earmark n’écrit pas d’étiquettes dans les fichiers de ce type.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Le fichier existe déjà</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Nom de fichier trop long</translation>
    </message>
    <message>
        <source>File too large</source>
        <translation>Fichier trop grand</translation>
    </message>
    <message>
        <source>Format not recognised</source>
        <translation>Format non reconnu</translation>
    </message>
    <message>
        <source>Host is down</source>
        <translation>L’autre ordinateur ne répond pas</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Erreur d’entrée/sortie</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>Argument invalide</translation>
    </message>
    <message>
        <source>Invalid data found when processing input</source>
        <translation>Données invalides</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Est un dossier</translation>
    </message>
    <message>
        <source>It became a file of another kind.</source>
        <translation>Il est devenu un fichier d’un autre type.</translation>
    </message>
    <message>
        <source>It cannot be written ({words1}): see whether its folder may be written to, and takes so long a name.</source>
        <translation>Il ne peut pas être écrit ({words1})&#xa0;: voyez si son dossier accepte l’écriture et un nom aussi long.</translation>
    </message>
    <message>
        <source>It may be in {1}, which cannot be used: {words2}</source>
        <translation>Il est peut-être dans {1}, qui ne peut pas être utilisé&#xa0;: {words2}</translation>
    </message>
    <message>
        <source>It was not heard yet: index its folder first.</source>
        <translation>Pas encore écouté&#xa0;: indexez d’abord son dossier.</translation>
    </message>
    <message>
        <source>It was trained for the embedder {1}, and another one serves, with which its tags apply to nothing: train it again.</source>
        <translation>Il a été entraîné pour le réseau {1}, et un autre est en service, avec lequel ses étiquettes ne s’appliquent à rien&#xa0;: entraînez-le de nouveau.</translation>
    </message>
    <message>
        <source>Its chunks are not those that it had, in their order.</source>
        <translation>Ses chunks ne sont plus les mêmes dans le même ordre.</translation>
    </message>
    <message>
        <source>Its folder is not there: plug its drive in, or rescan.</source>
        <translation>Son dossier n’est pas là&#xa0;: branchez son disque, ou relisez.</translation>
    </message>
    <message>
        <source>Its process ended.</source>
        <translation>Son processus s’est arrêté.</translation>
    </message>
    <message>
        <source>Its sidecar {1} stayed behind ({words2}): rename it as its sound.</source>
        <translation>Son fichier annexe {1} est resté en arrière ({words2})&#xa0;: renommez-le comme son fichier.</translation>
    </message>
    <message>
        <source>Listening to this file failed twice: {words1}</source>
        <translation>L’écoute de ce fichier a échoué deux fois&#xa0;: {words1}</translation>
    </message>
    <message>
        <source>No active vocabulary has a tag called “{1}”.</source>
        <translation>Aucun vocabulaire actif n’a d’étiquette nommée «&#xa0;{1}&#xa0;».</translation>
    </message>
    <message>
        <source>No active vocabulary has a tag called “{1}”. Did you mean “{2}”?</source>
        <translation>Aucun vocabulaire actif n’a d’étiquette nommée «&#xa0;{1}&#xa0;». Vouliez-vous dire «&#xa0;{2}&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>No active vocabulary has a tag called “{1}”. You can make it: add it to a sound, or write it into a vocabulary.</source>
        <translation>Aucun vocabulaire actif n’a d’étiquette nommée «&#xa0;{1}&#xa0;». Vous pouvez la créer&#xa0;: donnez-la à un son, ou écrivez-la dans un vocabulaire.</translation>
    </message>
    <message>
        <source>No backup of the library could be made in {1} ({words2}): make room there, and check that you may write there.</source>
        <translation>Aucune sauvegarde de la bibliothèque n’a pu être faite dans {1} ({words2})&#xa0;: faites-y de la place, et vérifiez que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>No backup of the library could be made, because it is damaged: close Earmark and run “earmark library repair”. Earlier backups are kept.</source>
        <translation>Aucune sauvegarde de la bibliothèque n’a pu être faite, car elle est endommagée&#xa0;: fermez Earmark et lancez «&#xa0;earmark library repair&#xa0;». Les sauvegardes antérieures sont conservées.</translation>
    </message>
    <message>
        <source>No sound device was found. Connect one and play again.</source>
        <translation>Aucun périphérique audio n’a été trouvé. Branchez-en un et relancez la lecture.</translation>
    </message>
    <message>
        <source>No sound has been listened to with this embedder yet: wait for the window to do so, or run “earmark index”.</source>
        <translation>Aucun son n’a encore été écouté avec ce réseau&#xa0;: attendez que la fenêtre le fasse, ou lancez «&#xa0;earmark index&#xa0;».</translation>
    </message>
    <message>
        <source>No sound passes all the filters: remove one of them.</source>
        <translation>Aucun son ne passe tous les filtres&#xa0;: retirez-en un.</translation>
    </message>
    <message>
        <source>No sound passes this filter: change it or remove it.</source>
        <translation>Aucun son ne passe ce filtre&#xa0;: modifiez-le ou retirez-le.</translation>
    </message>
    <message>
        <source>&quot;description&quot; is longer than {number1} characters: shorten it.</source>
        <translation>&quot;description&quot; dépasse {number1} caractères&#xa0;: raccourcissez-le.</translation>
    </message>
    <message>
        <source>1 file says “{1}”: search for {2}:{3}.</source>
        <translation>1 fichier contient «&#xa0;{1}&#xa0;»&#xa0;: cherchez {2}:{3}.</translation>
    </message>
    <message>
        <source>All sounds of {1} have the label “{2}” ({number3} others that it names are not there): there must be two labels at least.</source>
        <translation>Tous les sons de {1} portent le label «&#xa0;{2}&#xa0;» ({number3} autres qui y sont nommés ne sont pas là)&#xa0;: il faut au moins deux labels.</translation>
    </message>
    <message>
        <source>No sound that {1} names is there ({number2}): its paths must be relative to its folder.</source>
        <translation>Aucun son nommé par {1} n’est là ({number2})&#xa0;: ses chemins doivent partir de son dossier.</translation>
    </message>
    <message>
        <source>No sounds lie in sub-folders of {1}: put the sounds of each label into a folder of that name.</source>
        <translation>Aucun son ne se trouve dans les sous-dossiers de {1}&#xa0;: mettez les sons de chaque label dans un dossier de ce nom.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Plus de place sur le disque</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>Périphérique absent</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Fichier ou dossier introuvable</translation>
    </message>
    <message>
        <source>None of the library&apos;s sounds can be reached: plug in the drive they are on, or locate its folder.</source>
        <translation>Aucun des sons de la bibliothèque n’est accessible&#xa0;: branchez leur disque, ou localisez leur dossier.</translation>
    </message>
    <message>
        <source>None of these sounds can be read any more: look whether their drive is connected.</source>
        <translation>Aucun de ces sons ne peut plus être lu&#xa0;: voyez si leur disque est connecté.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>N’est pas un dossier</translation>
    </message>
    <message>
        <source>Nothing can be kept in {1} ({words2}): check that it is a folder that you may write to, or name another one with --profile.</source>
        <translation>Rien ne peut être gardé dans {1} ({words2})&#xa0;: vérifiez que c’est un dossier où vous pouvez écrire, ou indiquez-en un autre avec --profile.</translation>
    </message>
    <message>
        <source>Nothing could be changed in {1} ({words2}): make room there, check that you may write there and that no other program uses the library, and try again.</source>
        <translation>Rien n’a pu être modifié dans {1} ({words2})&#xa0;: faites-y de la place, vérifiez que vous pouvez y écrire et qu’aucun autre programme n’utilise la bibliothèque, puis réessayez.</translation>
    </message>
    <message>
        <source>Nothing here fits these words well; the best guesses come first.</source>
        <translation>Rien ici ne correspond bien à ces mots&#xa0;; les meilleures suppositions viennent en premier.</translation>
    </message>
    <message>
        <source>Nothing was said of these tags yet: a tag counts once it was accepted on three different sounds and rejected on three. Review, in the window, asks about those that help most.</source>
        <translation>Rien n’a encore été dit de ces étiquettes&#xa0;: une étiquette compte dès qu’elle a été acceptée sur trois sons différents et rejetée sur trois. La revue, dans la fenêtre, demande ceux qui aident le plus.</translation>
    </message>
    <message>
        <source>Nothing was written, for the copy was not as it should be: {words1}</source>
        <translation>Rien n’a été écrit, car la copie n’était pas comme elle doit être&#xa0;: {words1}</translation>
    </message>
    <message>
        <source>Nothing was written, for the sound in the copy was not the same.</source>
        <translation>Rien n’a été écrit, car le son de la copie n’était pas le même.</translation>
    </message>
    <message>
        <source>Of none of these sounds it can be told how noisy it is: they have no pause to hear it in.</source>
        <translation>D’aucun de ces sons on ne peut dire à quel point il est bruité&#xa0;: ils n’ont pas de pause où l’entendre.</translation>
    </message>
    <message>
        <source>Of “{1}”, another file is used than {2}, which cannot be: {words3}</source>
        <translation>Pour «&#xa0;{1}&#xa0;», un autre fichier est utilisé que {2}, qui ne peut pas l’être&#xa0;: {words3}</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Opération non permise</translation>
    </message>
    <message>
        <source>Other tags of the file changed.</source>
        <translation>D’autres étiquettes du fichier ont changé.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Accès refusé</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Disque en lecture seule</translation>
    </message>
    <message>
        <source>Reading this file crashed; the file may be damaged.</source>
        <translation>La lecture de ce fichier a planté&#xa0;; il est peut-être endommagé.</translation>
    </message>
    <message>
        <source>Reading this file did not get on and was given up; the file may be damaged, or its drive may hang.</source>
        <translation>La lecture de ce fichier n’avançait pas et a été abandonnée&#xa0;; il est peut-être endommagé, ou son disque ne répond plus.</translation>
    </message>
    <message>
        <source>Reading this file took far longer than a sound of its size can need; the file may be damaged.</source>
        <translation>La lecture de ce fichier a duré bien plus que ne le demande un son de sa taille&#xa0;; il est peut-être endommagé.</translation>
    </message>
    <message>
        <source>SQLite {1} can damage a library: install the package apsw with SQLite {2} or newer.</source>
        <translation>SQLite {1} peut endommager une bibliothèque&#xa0;: installez le paquet apsw avec SQLite {2} ou plus récent.</translation>
    </message>
    <message>
        <source>Stale file handle</source>
        <translation>Le fichier n’est plus sur l’autre ordinateur</translation>
    </message>
    <message>
        <source>Text file busy</source>
        <translation>Fichier en cours d’exécution</translation>
    </message>
    <message>
        <source>Texts are being written into files just now: wait until that is done, or stop it, and take them back then.</source>
        <translation>Des textes sont en train d’être écrits dans des fichiers&#xa0;: attendre la fin, ou arrêter, puis les reprendre.</translation>
    </message>
    <message>
        <source>The ID3 tag in this file holds something damaged or unknown that would be lost.</source>
        <translation>Le tag ID3 de ce fichier contient quelque chose d’endommagé ou d’inconnu qui serait perdu.</translation>
    </message>
    <message>
        <source>The ID3 tag in this file is damaged.</source>
        <translation>Le tag ID3 de ce fichier est endommagé.</translation>
    </message>
    <message>
        <source>The active vocabulary “{1}” cannot be read, and none of its tags apply: {words2}</source>
        <translation>Le vocabulaire actif «&#xa0;{1}&#xa0;» ne peut pas être lu, et aucune de ses étiquettes ne s’applique&#xa0;: {words2}</translation>
    </message>
    <message>
        <source>The backup {1}</source>
        <translation>La sauvegarde {1}</translation>
    </message>
    <message>
        <source>The backup {1} cannot be read ({words2}).</source>
        <translation>La sauvegarde {1} ne peut pas être lue ({words2}).</translation>
    </message>
    <message>
        <source>The bundled embedder cannot be read: {words1}.</source>
        <translation>Le réseau fourni ne peut pas être lu&#xa0;: {words1}.</translation>
    </message>
    <message>
        <source>The bundled embedder is damaged: {1} cannot be read. Install Earmark again.</source>
        <translation>Le réseau fourni est endommagé&#xa0;: {1} ne peut pas être lu. Installez Earmark de nouveau.</translation>
    </message>
    <message>
        <source>The bundled embedder is damaged: {1} is not the file that came with Earmark. Install Earmark again.</source>
        <translation>Le réseau fourni est endommagé&#xa0;: {1} n’est pas le fichier livré avec Earmark. Installez Earmark de nouveau.</translation>
    </message>
    <message>
        <source>The bundled embedder is incomplete: {1} is missing. Install Earmark again.</source>
        <translation>Le réseau fourni est incomplet&#xa0;: {1} manque. Installez Earmark de nouveau.</translation>
    </message>
    <message>
        <source>The bundled embedder was replaced while Earmark was running. Start Earmark again.</source>
        <translation>Le réseau fourni a été remplacé pendant qu’Earmark tournait. Relancez Earmark.</translation>
    </message>
    <message>
        <source>The converted network in {1} is damaged; delete that folder, and it is made anew.</source>
        <translation>Le réseau converti dans {1} est endommagé&#xa0;; supprimez ce dossier, et il sera refait.</translation>
    </message>
    <message>
        <source>The disk is full, so the library could not be saved: make room and try again.</source>
        <translation>Le disque est plein, la bibliothèque n’a pas pu être enregistrée&#xa0;: faites de la place et réessayez.</translation>
    </message>
    <message>
        <source>The disk that holds the library could not be read or written: check the drive and try again.</source>
        <translation>Le disque qui porte la bibliothèque n’a pas pu être lu ou écrit&#xa0;: vérifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>The disk that holds {1} could not be read ({words2}): check the drive, and try again.</source>
        <translation>Le disque qui porte {1} n’a pas pu être lu ({words2})&#xa0;: vérifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>The drive is too full: {1} MB more must be free.</source>
        <translation>Le disque est trop plein&#xa0;: il faut {1} Mo libres de plus.</translation>
    </message>
    <message>
        <source>The drive of {1} has {2} free and the download needs {3}; make room and start it again.</source>
        <translation>Le disque de {1} a {2} libres et le téléchargement en demande {3}&#xa0;; faites de la place et relancez-le.</translation>
    </message>
    <message>
        <source>The embedder failed ({words1}); the log says more.</source>
        <translation>Le réseau a échoué ({words1})&#xa0;; le journal en dit plus.</translation>
    </message>
    <message>
        <source>The embedder gave no usable numbers for this file.</source>
        <translation>Le réseau n’a pas donné de nombres utilisables pour ce fichier.</translation>
    </message>
    <message>
        <source>The embedder gave no usable numbers for this sound.</source>
        <translation>Le réseau n’a pas donné de nombres utilisables pour ce son.</translation>
    </message>
    <message>
        <source>The file does not say how large it is, as a file of this kind must.</source>
        <translation>Le fichier ne dit pas sa taille, comme un fichier de ce type le doit.</translation>
    </message>
    <message>
        <source>The file ends before its audio does: only {1} s could be read. Copy it again.</source>
        <translation>Le fichier se termine avant son contenu audio&#xa0;: seules {1} s ont pu être lues. Copiez-le à nouveau.</translation>
    </message>
    <message>
        <source>The file ends in the middle of a chunk&apos;s beginning.</source>
        <translation>Le fichier se termine au milieu du début d’un chunk.</translation>
    </message>
    <message>
        <source>The file has more chunks than any program writes.</source>
        <translation>Le fichier a plus de chunks qu’aucun programme n’en écrit.</translation>
    </message>
    <message>
        <source>The file holds invalid sample values (NaN or infinity) and nothing else to hear.</source>
        <translation>Le fichier contient des échantillons invalides (NaN ou infini) et rien d’autre à entendre.</translation>
    </message>
    <message>
        <source>The file is cut short: it holds less than its beginning says.</source>
        <translation>Le fichier est tronqué&#xa0;: il contient moins que n’en annonce son début.</translation>
    </message>
    <message>
        <source>The file is cut short: it holds less than its chunks say.</source>
        <translation>Le fichier est tronqué&#xa0;: il contient moins que n’en annoncent ses chunks.</translation>
    </message>
    <message>
        <source>The file {1}</source>
        <translation>Le fichier {1}</translation>
    </message>
    <message>
        <source>The file {1} cannot be put back ({words2}).</source>
        <translation>Le fichier {1} ne peut pas être remis en place ({words2}).</translation>
    </message>
    <message>
        <source>The file {1} is damaged: close Earmark and run “earmark library repair”, which keeps the file and saves what can be saved.</source>
        <translation>Le fichier {1} est endommagé&#xa0;: fermez Earmark et lancez «&#xa0;earmark library repair&#xa0;», qui conserve le fichier et sauve ce qui peut l’être.</translation>
    </message>
    <message>
        <source>The file {1} is not a library of Earmark: choose another place. If it was one, run “earmark library repair”.</source>
        <translation>Le fichier {1} n’est pas une bibliothèque d’Earmark&#xa0;: choisissez un autre endroit. Si c’en était une, lancez «&#xa0;earmark library repair&#xa0;».</translation>
    </message>
    <message>
        <source>The file {1}, which holds what was computed from your sounds, is damaged: close Earmark and start it again, or run “earmark library repair”, which makes it anew. Nothing that you made is hurt.</source>
        <translation>Le fichier {1}, qui contient ce qui a été calculé à partir des sons, est endommagé&#xa0;: fermez Earmark et relancez-le, ou lancez «&#xa0;earmark library repair&#xa0;», qui le refait. Rien de ce que vous avez fait n’est touché.</translation>
    </message>
    <message>
        <source>The file&apos;s chunks do not follow one another as they should.</source>
        <translation>Les chunks du fichier ne se suivent pas comme ils le devraient.</translation>
    </message>
    <message>
        <source>The first line of the table must name its columns, and one of them must be “path” (other programs: FilePath or Filename).</source>
        <translation>La première ligne du tableau doit nommer ses colonnes, et l’une d’elles doit être «&#xa0;path&#xa0;» (autres programmes&#xa0;: FilePath ou Filename).</translation>
    </message>
    <message>
        <source>The first line of {1} must name its columns, a “path” and a “label” among them.</source>
        <translation>La première ligne de {1} doit nommer ses colonnes, dont «&#xa0;path&#xa0;» et «&#xa0;label&#xa0;».</translation>
    </message>
    <message>
        <source>The folder for the library could not be made: {words1}.</source>
        <translation>Le dossier de la bibliothèque n’a pas pu être créé&#xa0;: {words1}.</translation>
    </message>
    <message>
        <source>The folder of this file cannot be read ({words1}).</source>
        <translation>Le dossier de ce fichier ne peut pas être lu ({words1}).</translation>
    </message>
    <message>
        <source>The folder of this file is read-only: allow writing to it, or leave it out.</source>
        <translation>Le dossier de ce fichier est en lecture seule&#xa0;: autorisez l’écriture, ou laissez le fichier de côté.</translation>
    </message>
    <message>
        <source>The folder {1} cannot be opened ({words2}): check that you may read it.</source>
        <translation>Le dossier {1} ne peut pas être ouvert ({words2})&#xa0;: vérifiez que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>The folder {1} is not there; choose the folder that holds the CLAP checkpoint.</source>
        <translation>Le dossier {1} n’est pas là&#xa0;; choisissez le dossier qui contient le checkpoint CLAP.</translation>
    </message>
    <message>
        <source>The front end alone reads no texts.</source>
        <translation>Le prétraitement seul ne lit pas de textes.</translation>
    </message>
    <message>
        <source>The graphics processor that served before is no longer there.</source>
        <translation>Le processeur graphique qui servait auparavant n’est plus là.</translation>
    </message>
    <message>
        <source>The iXML in this file defines entities, which nobody needs and which can be a trap.</source>
        <translation>L’iXML de ce fichier définit des entités, dont personne n’a besoin et qui peuvent être un piège.</translation>
    </message>
    <message>
        <source>The iXML in this file is damaged.</source>
        <translation>L’iXML de ce fichier est endommagé.</translation>
    </message>
    <message>
        <source>The iXML in this file is larger than any program writes.</source>
        <translation>L’iXML de ce fichier est plus grand qu’aucun programme n’en écrit.</translation>
    </message>
    <message>
        <source>The iXML in this file is nested deeper than any program does.</source>
        <translation>L’iXML de ce fichier est plus imbriqué qu’aucun programme n’en écrit.</translation>
    </message>
    <message>
        <source>The iXML in this file is of a kind that no program is known to write.</source>
        <translation>L’iXML de ce fichier est d’un genre qu’aucun programme connu n’écrit.</translation>
    </message>
    <message>
        <source>The library could not be repaired: {words1} Nothing was changed.</source>
        <translation>La bibliothèque n’a pas pu être réparée&#xa0;: {words1} Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The library has no sounds yet: add a folder.</source>
        <translation>La bibliothèque n’a pas encore de sons&#xa0;: ajoutez un dossier.</translation>
    </message>
    <message>
        <source>The library in {1} is empty, though there are backups of an earlier one.</source>
        <translation>La bibliothèque dans {1} est vide, bien qu’il y ait des sauvegardes d’une précédente.</translation>
    </message>
    <message>
        <source>The library in {1} was lost or is empty, and there is no backup of it, though sounds were heard for it: what you said begins anew. If you have a copy of {2} elsewhere, end Earmark and put it back; else add your folders, whose sounds need not be heard again.</source>
        <translation>La bibliothèque dans {1} a été perdue ou est vide, et il n’y en a pas de sauvegarde, bien que des sons aient été écoutés pour elle&#xa0;: ce que vous avez dit recommence à zéro. Si vous avez ailleurs une copie de {2}, quittez Earmark et remettez-la&#xa0;; sinon, ajoutez vos dossiers, dont les sons n’ont pas à être réécoutés.</translation>
    </message>
    <message>
        <source>The library is busy in another program: try again in a moment.</source>
        <translation>La bibliothèque est occupée par un autre programme&#xa0;: réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The library is closed.</source>
        <translation>La bibliothèque est fermée.</translation>
    </message>
    <message>
        <source>The library is open for reading only, so nothing can be changed.</source>
        <translation>La bibliothèque n’est ouverte qu’en lecture&#xa0;: rien ne peut être modifié.</translation>
    </message>
    <message>
        <source>The library may not be written here: check that its files and its disk are writable.</source>
        <translation>La bibliothèque ne peut pas être écrite ici&#xa0;: vérifiez que ses fichiers et son disque acceptent l’écriture.</translation>
    </message>
    <message>
        <source>The library was written by a newer version of Earmark: install that version to open it.</source>
        <translation>La bibliothèque a été écrite par une version plus récente d’Earmark&#xa0;: installez-la pour l’ouvrir.</translation>
    </message>
    <message>
        <source>The library was written by a newer version of Earmark: it is only read, and what that version added is not seen.</source>
        <translation>La bibliothèque a été écrite par une version plus récente d’Earmark&#xa0;: elle est seulement lue, et ce que cette version a ajouté n’est pas visible.</translation>
    </message>
    <message>
        <source>The library&apos;s files could not be opened: check that their folder exists and may be written.</source>
        <translation>Les fichiers de la bibliothèque n’ont pas pu être ouverts&#xa0;: vérifiez que leur dossier existe et accepte l’écriture.</translation>
    </message>
    <message>
        <source>The list of texts in this file is damaged.</source>
        <translation>La liste de textes de ce fichier est endommagée.</translation>
    </message>
    <message>
        <source>The name would be too long: choose a shorter creator or source.</source>
        <translation>Le nom serait trop long&#xa0;: choisissez un auteur ou une source plus courts.</translation>
    </message>
    <message>
        <source>The network understands English.</source>
        <translation>Le réseau comprend l’anglais.</translation>
    </message>
    <message>
        <source>The process that listens to sounds fails on every sound: restart Earmark, and if that does not help, choose another embedder.</source>
        <translation>Le processus qui écoute les sons échoue sur chacun d’eux&#xa0;: relancez Earmark et, si cela n’aide pas, choisissez un autre réseau.</translation>
    </message>
    <message>
        <source>The region cannot be written into {1} ({words2}); choose another folder.</source>
        <translation>La région ne peut pas être écrite dans {1} ({words2})&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The search cannot be remembered in {1} ({words2}): check the space there.</source>
        <translation>La recherche ne peut pas être retenue dans {1} ({words2})&#xa0;: vérifiez la place qui y reste.</translation>
    </message>
    <message>
        <source>The settings cannot be saved in {1} ({words2}): check the space there and that you may write to it.</source>
        <translation>Les préférences ne peuvent pas être enregistrées dans {1} ({words2})&#xa0;: vérifiez la place et que vous pouvez y écrire.</translation>
    </message>
    <message>
        <source>The sound device went away. Connect one and play again.</source>
        <translation>Le périphérique audio a disparu. Branchez-en un et relancez la lecture.</translation>
    </message>
    <message>
        <source>The sound holds samples that are not numbers.</source>
        <translation>Le son contient des échantillons qui ne sont pas des nombres.</translation>
    </message>
    <message>
        <source>The sound in this file cannot be read ({words1}): it is left as it is.</source>
        <translation>Le son de ce fichier ne peut pas être lu ({words1})&#xa0;: le fichier reste tel quel.</translation>
    </message>
    <message>
        <source>The sound is empty.</source>
        <translation>Le son est vide.</translation>
    </message>
    <message>
        <source>The sound is silent.</source>
        <translation>Le son est silencieux.</translation>
    </message>
    <message>
        <source>The sound to compare with is no longer in the library: choose another one.</source>
        <translation>Le son de comparaison n’est plus dans la bibliothèque&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The sounds that can be reached have not been listened to with this embedder yet: wait for the window to do so, or run “earmark index”.</source>
        <translation>Les sons accessibles n’ont pas encore été écoutés avec ce réseau&#xa0;: attendez que la fenêtre le fasse, ou lancez «&#xa0;earmark index&#xa0;».</translation>
    </message>
    <message>
        <source>The tags are still being prepared: search again in a moment.</source>
        <translation>Les étiquettes sont encore en préparation&#xa0;: relancez la recherche dans un instant.</translation>
    </message>
    <message>
        <source>The tags of this file are damaged.</source>
        <translation>Les étiquettes de ce fichier sont endommagées.</translation>
    </message>
    <message>
        <source>The tags of this file cannot be written.</source>
        <translation>Les étiquettes de ce fichier ne peuvent pas être écrites.</translation>
    </message>
    <message>
        <source>The tokenizer in {1} cannot be read; download the checkpoint again.</source>
        <translation>Le tokenizer dans {1} ne peut pas être lu&#xa0;; téléchargez à nouveau le checkpoint.</translation>
    </message>
    <message>
        <source>The tokenizer in {1} does not belong to its network; download the checkpoint again.</source>
        <translation>Le tokenizer dans {1} n’est pas celui de son réseau&#xa0;; téléchargez à nouveau le checkpoint.</translation>
    </message>
    <message>
        <source>The vocabulary “{1}” is active and is not there: put its file back, or choose others. {words2}</source>
        <translation>Le vocabulaire «&#xa0;{1}&#xa0;» est actif et n’est pas là&#xa0;: remettez son fichier, ou choisissez-en d’autres. {words2}</translation>
    </message>
    <message>
        <source>The weights in {1} do not fit CLAP ({2} missing, {3} unexpected, {4} of another shape, for example {5}); download it again or choose another folder.</source>
        <translation>Les poids dans {1} ne conviennent pas à CLAP ({2} manquants, {3} en trop, {4} d’une autre forme, par exemple {5})&#xa0;; téléchargez-les à nouveau ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The {1} in this file is larger than any program writes.</source>
        <translation>{1} dans ce fichier est plus grand qu’aucun programme n’en écrit.</translation>
    </message>
    <message>
        <source>There is a collection “{1}” already: choose another name.</source>
        <translation>Il y a déjà une collection «&#xa0;{1}&#xa0;»&#xa0;: choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is a file named {1} already; choose another name.</source>
        <translation>Il y a déjà un fichier nommé {1}&#xa0;; choisissez un autre nom.</translation>
    </message>
    <message>
        <source>There is no audio in this file that can be decoded.</source>
        <translation>Il n’y a dans ce fichier aucun contenu audio qui puisse être décodé.</translation>
    </message>
    <message>
        <source>There is no audio in this file.</source>
        <translation>Il n’y a pas de contenu audio dans ce fichier.</translation>
    </message>
    <message>
        <source>There is no embedder called “{1}”. Choose one of: {2}.</source>
        <translation>Il n’y a pas de réseau nommé «&#xa0;{1}&#xa0;». Choisissez parmi&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>There is no folder {1}: check the name, or plug in the drive it is on.</source>
        <translation>Il n’y a pas de dossier {1}&#xa0;: vérifiez le nom, ou branchez son disque.</translation>
    </message>
    <message>
        <source>There is no library in {1}, though there are backups of one.</source>
        <translation>Il n’y a pas de bibliothèque dans {1}, bien qu’il y en ait des sauvegardes.</translation>
    </message>
    <message>
        <source>There is no sidecar (as name.wav.json) in {1}.</source>
        <translation>Il n’y a pas de fichier annexe (comme name.wav.json) dans {1}.</translation>
    </message>
    <message>
        <source>There is nothing in this file.</source>
        <translation>Il n’y a rien dans ce fichier.</translation>
    </message>
    <message>
        <source>There is nothing to hear in this file.</source>
        <translation>Il n’y a rien à entendre dans ce fichier.</translation>
    </message>
    <message>
        <source>There is nothing to search for in “{1}”: write what the sound should sound like.</source>
        <translation>Il n’y a rien à chercher dans «&#xa0;{1}&#xa0;»&#xa0;: écrivez comment le son doit sonner.</translation>
    </message>
    <message>
        <source>There is something else of this name: move it away to have a sidecar here.</source>
        <translation>Autre chose porte ce nom&#xa0;: déplacez-la pour avoir ici un fichier annexe.</translation>
    </message>
    <message>
        <source>This cannot be opened ({words1}): check that it is there and that you may read it.</source>
        <translation>Cela ne peut pas être ouvert ({words1})&#xa0;: vérifiez que c’est là et que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>This collection is no longer in the library.</source>
        <translation>Cette collection n’est plus dans la bibliothèque.</translation>
    </message>
    <message>
        <source>This file asks for more memory than one sound may have.</source>
        <translation>Ce fichier demande plus de mémoire qu’un son ne peut en avoir.</translation>
    </message>
    <message>
        <source>This file cannot be opened ({words1}).</source>
        <translation>Ce fichier ne peut pas être ouvert ({words1}).</translation>
    </message>
    <message>
        <source>This file cannot be read ({words1}).</source>
        <translation>Ce fichier ne peut pas être lu ({words1}).</translation>
    </message>
    <message>
        <source>This file cannot be read at the moment ({words1}); it is tried again later.</source>
        <translation>Ce fichier ne peut pas être lu pour le moment ({words1})&#xa0;; une nouvelle tentative aura lieu plus tard.</translation>
    </message>
    <message>
        <source>This file claims {number1} samples a second, which no sound has: it is damaged.</source>
        <translation>Ce fichier annonce {number1} échantillons par seconde, ce qu’aucun son n’a&#xa0;: il est endommagé.</translation>
    </message>
    <message>
        <source>Too little was said of {number1} tags so far: a tag counts once it was accepted on three different sounds and rejected on three. Review, in the window, asks about those that help most.</source>
        <translation>Trop peu a été dit jusqu’ici de {number1} étiquettes&#xa0;: une étiquette compte dès qu’elle a été acceptée sur trois sons différents et rejetée sur trois. La revue, dans la fenêtre, demande ceux qui aident le plus.</translation>
    </message>
    <message>
        <source>What stands in {number1} files is not known yet, and so cannot be found by this.</source>
        <translation>Ce que contiennent {number1} fichiers n’est pas encore connu, et ils ne peuvent donc pas être trouvés ainsi.</translation>
    </message>
    <message>
        <source>the tag &quot;{1}&quot; has {number2} weights and another one {number3}: train them again.</source>
        <translation>l’étiquette &quot;{1}&quot; a {number2} poids et une autre {number3}&#xa0;: entraînez-les de nouveau.</translation>
    </message>
    <message>
        <source>this vocabulary has {number1} tags: at most {number2} are possible.</source>
        <translation>ce vocabulaire a {number1} étiquettes&#xa0;: {number2} au plus sont possibles.</translation>
    </message>
    <message>
        <source>{1} answered with error {2} for {3}; try again later.</source>
        <translation>{1} a répondu par l’erreur {2} pour {3}&#xa0;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{1} cannot be looked into ({words2}).</source>
        <translation>{1} ne peut pas être examiné ({words2}).</translation>
    </message>
    <message>
        <source>{1} cannot be used ({words2}); check the drive it is on.</source>
        <translation>{1} ne peut pas être utilisé ({words2})&#xa0;; vérifiez le disque où il se trouve.</translation>
    </message>
    <message>
        <source>{1} is damaged: SQLite says {2} and {number3} more.</source>
        <translation>{1} est endommagé&#xa0;: SQLite dit {2} et {number3} autres.</translation>
    </message>
    <message>
        <source>{1} names no sound files ({number2} line): it needs a column “path”, with the sound files, and a column “label”, with what is heard in them.</source>
        <translation>{1} ne nomme pas de fichiers son ({number2} ligne)&#xa0;: il faut une colonne «&#xa0;path&#xa0;», avec les fichiers son, et une colonne «&#xa0;label&#xa0;», avec ce qu’on y entend.</translation>
    </message>
    <message>
        <source>{1} names no sound files ({number2} lines): it needs a column “path”, with the sound files, and a column “label”, with what is heard in them.</source>
        <translation>{1} ne nomme pas de fichiers son ({number2} lignes)&#xa0;: il faut une colonne «&#xa0;path&#xa0;», avec les fichiers son, et une colonne «&#xa0;label&#xa0;», avec ce qu’on y entend.</translation>
    </message>
    <message>
        <source>{number1} files say “{2}”: search for {3}:{4}.</source>
        <translation>{number1} fichiers contiennent «&#xa0;{2}&#xa0;»&#xa0;: cherchez {3}:{4}.</translation>
    </message>
    <message>
        <source>{words1}&quot;{2}&quot; has {number3} texts: {4} are the most.</source>
        <translation>{words1}&quot;{2}&quot; a {number3} textes&#xa0;: {4} au plus sont possibles.</translation>
    </message>
    <message>
        <source>This file could not be renamed ({words1}).</source>
        <translation>Ce fichier n’a pas pu être renommé ({words1}).</translation>
    </message>
    <message>
        <source>1 text that Earmark wrote</source>
        <translation>1 texte écrit par Earmark</translation>
    </message>
    <message>
        <source>Another program added to this file: move it away to have a sidecar here.</source>
        <translation>Un autre programme a ajouté quelque chose à ce fichier&#xa0;: déplacez-le pour avoir ici un fichier annexe.</translation>
    </message>
    <message>
        <source>Cannot declare {1} twice</source>
        <translation>{1} est déclaré deux fois</translation>
    </message>
    <message>
        <source>Cannot overwrite a value</source>
        <translation>une valeur est donnée deux fois</translation>
    </message>
    <message>
        <source>Decoder not found</source>
        <translation>Décodeur introuvable</translation>
    </message>
    <message>
        <source>End of file</source>
        <translation>Fin du fichier</translation>
    </message>
    <message>
        <source>Expected &apos;=&apos; after a key in a key/value pair</source>
        <translation>il manque &apos;=&apos; après une clé</translation>
    </message>
    <message>
        <source>Expected &apos;]&apos; at the end of a table declaration</source>
        <translation>il manque &apos;]&apos; à la fin d’une table</translation>
    </message>
    <message>
        <source>Expected &apos;]]&apos; at the end of an array declaration</source>
        <translation>il manque &apos;]]&apos; à la fin</translation>
    </message>
    <message>
        <source>Expected newline or end of document after a statement</source>
        <translation>la ligne doit finir après la valeur</translation>
    </message>
    <message>
        <source>File contains data in an unimplemented format</source>
        <translation>Format des données non pris en charge</translation>
    </message>
    <message>
        <source>Illegal character &apos;{1}&apos;</source>
        <translation>caractère interdit &apos;{1}&apos;</translation>
    </message>
    <message>
        <source>Invalid date or datetime</source>
        <translation>date ou heure invalide</translation>
    </message>
    <message>
        <source>Invalid initial character for a key part</source>
        <translation>une clé ne peut pas commencer ainsi</translation>
    </message>
    <message>
        <source>Invalid statement</source>
        <translation>instruction invalide</translation>
    </message>
    <message>
        <source>Invalid value</source>
        <translation>valeur invalide</translation>
    </message>
    <message>
        <source>It says something that is not in this library: import it first, or agree to its being replaced.</source>
        <translation>Il dit quelque chose qui n’est pas dans cette bibliothèque&#xa0;: importez-le d’abord, ou acceptez qu’il soit remplacé.</translation>
    </message>
    <message>
        <source>None of the sounds here can be heard: they are silent, too short or broken.</source>
        <translation>Aucun des sons ici ne peut être écouté&#xa0;: ils sont silencieux, trop courts ou endommagés.</translation>
    </message>
    <message>
        <source>Not yet implemented in FFmpeg, patches welcome</source>
        <translation>Pas encore pris en charge par FFmpeg</translation>
    </message>
    <message>
        <source>Something else stands there in the iXML of this file.</source>
        <translation>Autre chose se trouve à cet endroit dans l’iXML de ce fichier.</translation>
    </message>
    <message>
        <source>Supported file format but file is malformed</source>
        <translation>Le format est connu, mais le fichier est mal formé</translation>
    </message>
    <message>
        <source>Supported file format but unsupported encoding</source>
        <translation>Le format est connu, mais pas l’encodage</translation>
    </message>
    <message>
        <source>The file says {1}, which is kept; you said {2}: have it replaced to change that.</source>
        <translation>Le fichier dit {1}, ce qui est gardé&#xa0;; vous avez dit {2}&#xa0;: faites-le remplacer pour changer cela.</translation>
    </message>
    <message>
        <source>The letters of the iXML in this file can only be guessed.</source>
        <translation>Les lettres de l’iXML de ce fichier ne peuvent être que devinées.</translation>
    </message>
    <message>
        <source>The library is from an older version of Earmark: open it once in the window, or run “earmark index” with one of its folders.</source>
        <translation>La bibliothèque vient d’une version plus ancienne d’Earmark&#xa0;: ouvrez-la une fois dans la fenêtre, ou lancez «&#xa0;earmark index&#xa0;» avec l’un de ses dossiers.</translation>
    </message>
    <message>
        <source>There is no filter “{1}:”. Did you mean {2}? In quotes, it is searched for in names.</source>
        <translation>Il n’y a pas de filtre «&#xa0;{1}:&#xa0;». Vouliez-vous dire {2}&#xa0;? Entre guillemets, c’est cherché dans les noms.</translation>
    </message>
    <message>
        <source>There is no filter “{1}:”. There are {2} and more. In quotes, it is searched for in names.</source>
        <translation>Il n’y a pas de filtre «&#xa0;{1}:&#xa0;». Il y a {2} et d’autres. Entre guillemets, c’est cherché dans les noms.</translation>
    </message>
    <message>
        <source>This file could not be renamed ({words1}): it has its old name.</source>
        <translation>Ce fichier n’a pas pu être renommé ({words1})&#xa0;: il garde son ancien nom.</translation>
    </message>
    <message>
        <source>This file could not be written ({words1}): it is as it was.</source>
        <translation>Ce fichier n’a pas pu être écrit ({words1})&#xa0;: il est comme il était.</translation>
    </message>
    <message>
        <source>This file has several names (hard links), which would become different files: it is left as it is, unless you want that.</source>
        <translation>Ce fichier a plusieurs noms (liens physiques), qui deviendraient des fichiers différents&#xa0;: il reste tel quel, sauf si c’est voulu.</translation>
    </message>
    <message>
        <source>This file is called {1} by now: it keeps that name.</source>
        <translation>Ce fichier s’appelle maintenant {1}&#xa0;: il garde ce nom.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Ce fichier est vide.</translation>
    </message>
    <message>
        <source>This file is no longer there, and is not found in another folder of the library: plug its drive in, or bring it back.</source>
        <translation>Ce fichier n’est plus là et ne se trouve dans aucun autre dossier de la bibliothèque&#xa0;: branchez son disque, ou ramenez-le.</translation>
    </message>
    <message>
        <source>This file is no longer there, and is not found under another name: plug its drive in, or bring it back; if it was moved and edited, nothing can be taken back.</source>
        <translation>Ce fichier n’est plus là et ne se trouve pas sous un autre nom&#xa0;: brancher son disque, ou le ramener&#xa0;; s’il a été déplacé et modifié, rien ne peut être repris.</translation>
    </message>
    <message>
        <source>This file is no longer there, and several could be it ({1}): give one of them its name again.</source>
        <translation>Ce fichier n’est plus là, et plusieurs pourraient être lui ({1})&#xa0;: redonner son nom à l’un d’eux.</translation>
    </message>
    <message>
        <source>This file is no longer there.</source>
        <translation>Ce fichier n’est plus là.</translation>
    </message>
    <message>
        <source>This file is no longer there: scan its folder again.</source>
        <translation>Ce fichier n’est plus là&#xa0;: relisez son dossier.</translation>
    </message>
    <message>
        <source>This file is read-only: allow writing to it, or leave it out.</source>
        <translation>Ce fichier est en lecture seule&#xa0;: autorisez l’écriture, ou laissez-le de côté.</translation>
    </message>
    <message>
        <source>This file is somebody else&apos;s, and would become yours: it is left as it is.</source>
        <translation>Ce fichier est à quelqu’un d’autre et deviendrait le vôtre&#xa0;: il reste tel quel.</translation>
    </message>
    <message>
        <source>This file may not be changed, or another program has it open: allow it, or leave it out.</source>
        <translation>Ce fichier ne peut pas être modifié, ou un autre programme l’a ouvert&#xa0;: autorisez-le, ou laissez-le de côté.</translation>
    </message>
    <message>
        <source>This file may not be renamed, or another program has it open: close it there, or leave it out.</source>
        <translation>Ce fichier ne peut pas être renommé, ou un autre programme l’a ouvert&#xa0;: fermez-le là-bas, ou laissez-le de côté.</translation>
    </message>
    <message>
        <source>This file needs more memory than one sound may have.</source>
        <translation>Ce fichier demande plus de mémoire qu’un seul son n’en peut avoir.</translation>
    </message>
    <message>
        <source>This file was changed since its texts were written: it is left as it is.</source>
        <translation>Ce fichier a été modifié depuis que ses textes ont été écrits&#xa0;: il reste tel quel.</translation>
    </message>
    <message>
        <source>This file was changed while it was being heard; rescan its folder.</source>
        <translation>Ce fichier a été modifié pendant qu’il était écouté&#xa0;; relisez son dossier.</translation>
    </message>
    <message>
        <source>This folder is no longer in the library: look at the list of folders again.</source>
        <translation>Ce dossier n’est plus dans la bibliothèque&#xa0;: regardez de nouveau la liste des dossiers.</translation>
    </message>
    <message>
        <source>This is a link or no file: it is left as it is.</source>
        <translation>C’est un lien ou pas un fichier&#xa0;: il reste tel quel.</translation>
    </message>
    <message>
        <source>This is a link to a file outside the folders of the library: it is left as it is.</source>
        <translation>C’est un lien vers un fichier hors des dossiers de la bibliothèque&#xa0;: il reste tel quel.</translation>
    </message>
    <message>
        <source>This is no WAV, RF64 or AIFF file.</source>
        <translation>Ce n’est pas un fichier WAV, RF64 ou AIFF.</translation>
    </message>
    <message>
        <source>This is no list of sounds that Earmark wrote.</source>
        <translation>Ce n’est pas une liste de sons écrite par Earmark.</translation>
    </message>
    <message>
        <source>This is no playlist, but something else of its name.</source>
        <translation>Ce n’est pas une liste de lecture, mais autre chose qui en porte le nom.</translation>
    </message>
    <message>
        <source>This is not a file that can hold a sound.</source>
        <translation>Ce n’est pas un fichier qui puisse contenir un son.</translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation>Ce n’est pas un fichier.</translation>
    </message>
    <message>
        <source>This is not audio that Earmark can read ({words1}).</source>
        <translation>Ce n’est pas un contenu audio qu’Earmark puisse lire ({words1}).</translation>
    </message>
    <message>
        <source>This journal is damaged.</source>
        <translation>Ce journal est endommagé.</translation>
    </message>
    <message>
        <source>This part of the sound is silent: select another one.</source>
        <translation>Cette partie du son est silencieuse&#xa0;: choisissez-en une autre.</translation>
    </message>
    <message>
        <source>This part of the sound is too short to be heard: select more of it.</source>
        <translation>Cette partie du son est trop courte pour être écoutée&#xa0;: choisissez-en davantage.</translation>
    </message>
    <message>
        <source>This sound is only {1} ms long, too short to be heard.</source>
        <translation>Ce son ne dure que {1} ms, trop peu pour être écouté.</translation>
    </message>
    <message>
        <source>This sound is silent from beginning to end.</source>
        <translation>Ce son est silencieux du début à la fin.</translation>
    </message>
    <message>
        <source>This was taken away while it was looked at: plug its drive in again, or locate the folder.</source>
        <translation>Cela a disparu pendant l’examen&#xa0;: rebranchez son disque, ou localisez le dossier.</translation>
    </message>
    <message>
        <source>This was written by a newer version of Earmark: install that to read it.</source>
        <translation>Cela a été écrit par une version plus récente d’Earmark&#xa0;: installez-la pour le lire.</translation>
    </message>
    <message>
        <source>This writing was taken back or forgotten meanwhile.</source>
        <translation>Cette écriture a été reprise ou oubliée entre-temps.</translation>
    </message>
    <message>
        <source>Too few of these sounds can be heard to compare two labels. {words1}</source>
        <translation>Trop peu de ces sons peuvent être écoutés pour comparer deux labels. {words1}</translation>
    </message>
    <message>
        <source>Too many files have this name: choose another creator or source.</source>
        <translation>Trop de fichiers ont ce nom&#xa0;: choisissez un autre auteur ou une autre source.</translation>
    </message>
    <message>
        <source>Too many levels of symbolic links</source>
        <translation>Trop de liens successifs</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Trop de fichiers ouverts</translation>
    </message>
    <message>
        <source>Unclosed array</source>
        <translation>une liste n’est pas fermée</translation>
    </message>
    <message>
        <source>Unclosed inline table</source>
        <translation>une table en ligne n’est pas fermée</translation>
    </message>
    <message>
        <source>Unescaped &apos;\&apos; in a string</source>
        <translation>un &apos;\&apos; isolé dans un texte</translation>
    </message>
    <message>
        <source>Unspecified internal error</source>
        <translation>Erreur interne inconnue</translation>
    </message>
    <message>
        <source>Unterminated string</source>
        <translation>un texte n’est pas fermé</translation>
    </message>
    <message>
        <source>What else is in its {1} changed.</source>
        <translation>Ce que contient d’autre son {1} a changé.</translation>
    </message>
    <message>
        <source>What is in its chunk “{1}” changed.</source>
        <translation>Ce que contient son chunk «&#xa0;{1}&#xa0;» a changé.</translation>
    </message>
    <message>
        <source>What stands behind its last chunk changed.</source>
        <translation>Ce qui suit son dernier chunk a changé.</translation>
    </message>
    <message>
        <source>What stands in 1 file is not known yet, and so cannot be found by this.</source>
        <translation>Ce que contient 1 fichier n’est pas encore connu, et il ne peut donc pas être trouvé ainsi.</translation>
    </message>
    <message>
        <source>What stands there cannot be read as a text.</source>
        <translation>Ce qui s’y trouve ne peut pas être lu comme un texte.</translation>
    </message>
    <message>
        <source>What was computed from your sounds (cache.db) is gone: the sounds are heard again. Nothing that you made was lost.</source>
        <translation>Ce qui avait été calculé à partir des sons (cache.db) n’est plus là&#xa0;: les sons sont écoutés de nouveau. Rien de ce que vous avez fait n’est perdu.</translation>
    </message>
    <message>
        <source>What was computed from your sounds (cache.db) was damaged and is kept as {1}: the sounds are heard again. Nothing that you made was lost.</source>
        <translation>Ce qui avait été calculé à partir des sons (cache.db) était endommagé et est conservé sous le nom {1}&#xa0;: les sons sont écoutés de nouveau. Rien de ce que vous avez fait n’est perdu.</translation>
    </message>
    <message>
        <source>With these tags the file would be larger than 4 GB, which this kind of file cannot be.</source>
        <translation>Avec ces étiquettes, le fichier dépasserait 4 Go, ce qu’un fichier de ce type ne peut pas.</translation>
    </message>
    <message>
        <source>You are not allowed to read this file; change its permissions.</source>
        <translation>Vous n’avez pas le droit de lire ce fichier&#xa0;; modifiez ses droits d’accès.</translation>
    </message>
    <message>
        <source>You may not read {1}: change its permissions.</source>
        <translation>Vous n’avez pas le droit de lire {1}&#xa0;: modifiez ses droits d’accès.</translation>
    </message>
    <message>
        <source>You may not write in {1}, as is needed to read {2}: change the folder&apos;s permissions.</source>
        <translation>Vous n’avez pas le droit d’écrire dans {1}, ce qu’il faut pour lire {2}&#xa0;: modifiez les droits d’accès du dossier.</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>une date ou une heure</translation>
    </message>
    <message>
        <source>a field is longer than {number1} characters</source>
        <translation>un champ compte plus de {number1} caractères</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>une table</translation>
    </message>
    <message>
        <source>a tag must be a table under a line [[tags]], not {words1}.</source>
        <translation>une étiquette doit être une table sous une ligne [[tags]], pas {words1}.</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>all that is left of {1} is its log</source>
        <translation>de {1} il ne reste que le journal</translation>
    </message>
    <message>
        <source>another tag has the id &quot;{1}&quot; too: ids must differ.</source>
        <translation>une autre étiquette a déjà l’identifiant &quot;{1}&quot;&#xa0;: les identifiants doivent différer.</translation>
    </message>
    <message>
        <source>another tag is named &quot;{1}&quot; too: names must differ.</source>
        <translation>une autre étiquette s’appelle déjà &quot;{1}&quot;&#xa0;: les noms doivent différer.</translation>
    </message>
    <message>
        <source>bpm:120, bpm:120|128, bpm:90..100 or bpm:&gt;140</source>
        <translation>bpm:120, bpm:120|128, bpm:90..100 ou bpm:&gt;140</translation>
    </message>
    <message>
        <source>cache.db does not say which embedder made {words1}.</source>
        <translation>cache.db ne dit pas de quel réseau viennent {words1}.</translation>
    </message>
    <message>
        <source>cache.db has embeddings of different lengths from {words1}.</source>
        <translation>cache.db contient des vecteurs de longueurs différentes venant de {words1}.</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>collection</translation>
    </message>
    <message>
        <source>collection:&quot;Rain set&quot;</source>
        <translation>collection:&quot;Rain set&quot;</translation>
    </message>
    <message>
        <source>did you mean &quot;{1}&quot;?</source>
        <translation>vouliez-vous dire &quot;{1}&quot;&#xa0;?</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>format:flac or format:wav,flac</source>
        <translation>format:flac ou format:wav,flac</translation>
    </message>
    <message>
        <source>hearing a sound failed in a way that nobody expected</source>
        <translation>l’écoute d’un son a échoué d’une manière inattendue</translation>
    </message>
    <message>
        <source>is:favourite, is:untagged, is:duplicate, is:silent, is:unreadable, is:missing or is:offline</source>
        <translation>is:favourite, is:untagged, is:duplicate, is:silent, is:unreadable, is:missing ou is:offline</translation>
    </message>
    <message>
        <source>it contains a number that is too long: thresholds lie between 0 and 1.</source>
        <translation>il contient un nombre trop long&#xa0;: les seuils vont de 0 à 1.</translation>
    </message>
    <message>
        <source>it does not say which sound it is about</source>
        <translation>il n’est pas dit de quel son il s’agit</translation>
    </message>
    <message>
        <source>it has more cells than there are columns: see that texts with separators are quoted</source>
        <translation>il y a plus de cellules que de colonnes&#xa0;: les textes avec des séparateurs doivent être entre guillemets</translation>
    </message>
    <message>
        <source>it has weights, so the file must name its embedder at the top: embedder = &quot;...&quot;.</source>
        <translation>elle a des poids, le fichier doit donc nommer son réseau en tête&#xa0;: embedder = &quot;...&quot;.</translation>
    </message>
    <message>
        <source>it is larger than {1} MB</source>
        <translation>plus de {1} Mo</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>pas un fichier</translation>
    </message>
    <message>
        <source>it is tried again later.</source>
        <translation>une nouvelle tentative aura lieu plus tard.</translation>
    </message>
    <message>
        <source>its lists are nested too deeply</source>
        <translation>des listes trop imbriquées</translation>
    </message>
    <message>
        <source>its lists or tables are nested too deeply: a vocabulary needs only [[tags]] and lists.</source>
        <translation>ses listes ou tables sont trop imbriquées&#xa0;: un vocabulaire n’a besoin que de [[tags]] et de listes.</translation>
    </message>
    <message>
        <source>key:F#m, key:Bb or key:C|Am</source>
        <translation>key:F#m, key:Bb ou key:C|Am</translation>
    </message>
    <message>
        <source>kind:loop or kind:one-shot</source>
        <translation>kind:loop ou kind:one-shot</translation>
    </message>
    <message>
        <source>length:&lt;2, length:&gt;0.5 or length:1-3</source>
        <translation>length:&lt;2, length:&gt;0.5 ou length:1-3</translation>
    </message>
    <message>
        <source>library.db does not say which audio belongs to {words1}.</source>
        <translation>library.db ne dit pas quel contenu audio va avec {words1}.</translation>
    </message>
    <message>
        <source>library.db has {words1} that Earmark cannot make sense of.</source>
        <translation>library.db contient de quoi Earmark ne sait que faire&#xa0;: {words1}.</translation>
    </message>
    <message>
        <source>library.db has {words1} that cannot be.</source>
        <translation>library.db contient ce qui ne peut pas être&#xa0;: {words1}.</translation>
    </message>
    <message>
        <source>library.db is damaged: it lacks what it should hold ({1}).</source>
        <translation>library.db est endommagé&#xa0;: il y manque ce qui devrait y être ({1}).</translation>
    </message>
    <message>
        <source>library.db lacks the audio format of {words1}.</source>
        <translation>Dans library.db, le format audio manque&#xa0;: {words1}.</translation>
    </message>
    <message>
        <source>library.db lacks the {words1} of {words2}.</source>
        <translation>Dans library.db, il manque quelque chose ({words1}) pour&#xa0;: {words2}.</translation>
    </message>
    <message>
        <source>lufs:&lt;-20 or lufs:-24..-18</source>
        <translation>lufs:&lt;-20 ou lufs:-24..-18</translation>
    </message>
    <message>
        <source>rating:&gt;=3, rating:5 or rating:2-4</source>
        <translation>rating:&gt;=3, rating:5 ou rating:2-4</translation>
    </message>
    <message>
        <source>tag:&quot;door slam&quot; or tag:wood|metal</source>
        <translation>tag:&quot;door slam&quot; ou tag:wood|metal</translation>
    </message>
    <message>
        <source>the alias &quot;{1}&quot; already stands for &quot;{2}&quot;: remove one of them.</source>
        <translation>l’alias &quot;{1}&quot; désigne déjà &quot;{2}&quot;&#xa0;: retirez l’un des deux.</translation>
    </message>
    <message>
        <source>the content id “{1}” is no hexadecimal number (it may be empty)</source>
        <translation>l’identifiant de contenu «&#xa0;{1}&#xa0;» n’est pas un nombre hexadécimal (il peut être vide)</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the file was made for a newer version: update Earmark to use it.</source>
        <translation>le fichier a été fait pour une version plus récente&#xa0;: mettez Earmark à jour pour l’utiliser.</translation>
    </message>
    <message>
        <source>the folder {1} cannot be made ({words2}): check who may write there.</source>
        <translation>le dossier {1} ne peut pas être créé ({words2})&#xa0;: vérifiez qui peut y écrire.</translation>
    </message>
    <message>
        <source>the id &quot;{1}&quot; may only have {2} lower-case letters, digits and hyphens: write &quot;{3}&quot;.</source>
        <translation>l’identifiant &quot;{1}&quot; ne peut avoir que {2} minuscules, chiffres et traits d’union&#xa0;: écrivez &quot;{3}&quot;.</translation>
    </message>
    <message>
        <source>the id &quot;{1}&quot; may only have {2} lower-case letters, digits and hyphens: write a short word.</source>
        <translation>l’identifiant &quot;{1}&quot; ne peut avoir que {2} minuscules, chiffres et traits d’union&#xa0;: écrivez un mot court.</translation>
    </message>
    <message>
        <source>the keys are {1}.</source>
        <translation>les clés sont {1}.</translation>
    </message>
    <message>
        <source>the rating {1} is no number from 0 to {2}</source>
        <translation>la note {1} n’est pas un nombre de 0 à {2}</translation>
    </message>
    <message>
        <source>the rating “{1}” is no number from 0 to {2}</source>
        <translation>la note «&#xa0;{1}&#xa0;» n’est pas un nombre de 0 à {2}</translation>
    </message>
    <message>
        <source>the tag &quot;{1}&quot; has no prompts: give at least one.</source>
        <translation>l’étiquette &quot;{1}&quot; n’a pas d’invites&#xa0;: donnez-en au moins une.</translation>
    </message>
    <message>
        <source>the tag &quot;{1}&quot;: {words2}</source>
        <translation>l’étiquette &quot;{1}&quot;&#xa0;: {words2}</translation>
    </message>
    <message>
        <source>the vocabulary has no name: begin the file with name = &quot;...&quot;.</source>
        <translation>le vocabulaire n’a pas de nom&#xa0;: commencez le fichier par name = &quot;...&quot;.</translation>
    </message>
    <message>
        <source>there already is a vocabulary with the id &quot;{1}&quot;: replace it, or change the id.</source>
        <translation>il y a déjà un vocabulaire avec l’identifiant &quot;{1}&quot;&#xa0;: remplacez-le, ou changez l’identifiant.</translation>
    </message>
    <message>
        <source>there are {1}.</source>
        <translation>il y a {1}.</translation>
    </message>
    <message>
        <source>there is no such vocabulary: did you mean &quot;{1}&quot;?</source>
        <translation>il n’y a pas de tel vocabulaire&#xa0;: vouliez-vous dire &quot;{1}&quot;&#xa0;?</translation>
    </message>
    <message>
        <source>there is no such vocabulary: there are {1}.</source>
        <translation>il n’y a pas de tel vocabulaire&#xa0;: il y a {1}.</translation>
    </message>
    <message>
        <source>this file already exists: replace it, or choose another name.</source>
        <translation>ce fichier existe déjà&#xa0;: remplacez-le, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>this file cannot be read ({words1}): check that it is there and that you may read it.</source>
        <translation>ce fichier ne peut pas être lu ({words1})&#xa0;: vérifiez qu’il est là et que vous pouvez le lire.</translation>
    </message>
    <message>
        <source>this file cannot be removed ({words1}): check who may write there.</source>
        <translation>ce fichier ne peut pas être retiré ({words1})&#xa0;: vérifiez qui peut y écrire.</translation>
    </message>
    <message>
        <source>this file cannot be saved in {1} ({words2}): check the space and who may write there.</source>
        <translation>ce fichier ne peut pas être enregistré dans {1} ({words2})&#xa0;: vérifiez la place et qui peut y écrire.</translation>
    </message>
    <message>
        <source>this file is larger than 10 MB: a vocabulary is much smaller.</source>
        <translation>ce fichier dépasse 10 Mo&#xa0;: un vocabulaire est bien plus petit.</translation>
    </message>
    <message>
        <source>this file was changed elsewhere since then: it is left as it is.</source>
        <translation>ce fichier a été modifié ailleurs depuis&#xa0;: il reste tel quel.</translation>
    </message>
    <message>
        <source>this is more than 10 MB of text: a vocabulary is much smaller.</source>
        <translation>c’est plus de 10 Mo de texte&#xa0;: un vocabulaire est bien plus petit.</translation>
    </message>
    <message>
        <source>this is not UTF-8 text: save the file as UTF-8.</source>
        <translation>ce n’est pas un texte en UTF-8&#xa0;: enregistrez le fichier en UTF-8.</translation>
    </message>
    <message>
        <source>this is not a file: choose a vocabulary file (.toml).</source>
        <translation>ce n’est pas un fichier&#xa0;: choisissez un fichier de vocabulaire (.toml).</translation>
    </message>
    <message>
        <source>this is not a text file: it contains a NUL character.</source>
        <translation>ce n’est pas un fichier texte&#xa0;: il contient un caractère NUL.</translation>
    </message>
    <message>
        <source>this is not valid TOML: {words1}.</source>
        <translation>ce n’est pas du TOML valide&#xa0;: {words1}.</translation>
    </message>
    <message>
        <source>this key has too many parts: the keys of a vocabulary are single words.</source>
        <translation>cette clé a trop de parties&#xa0;: les clés d’un vocabulaire sont des mots simples.</translation>
    </message>
    <message>
        <source>this tag has no name: add name = &quot;...&quot; under [[tags]].</source>
        <translation>cette étiquette n’a pas de nom&#xa0;: ajoutez name = &quot;...&quot; sous [[tags]].</translation>
    </message>
    <message>
        <source>this tag: {words1}</source>
        <translation>cette étiquette&#xa0;: {words1}</translation>
    </message>
    <message>
        <source>this vocabulary belongs to Earmark and cannot be deleted.</source>
        <translation>ce vocabulaire appartient à Earmark et ne peut pas être supprimé.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>vrai ou faux</translation>
    </message>
    <message>
        <source>warning:any or warning:{1}</source>
        <translation>warning:any ou warning:{1}</translation>
    </message>
    <message>
        <source>write &quot;{1}&quot;.</source>
        <translation>écrivez &quot;{1}&quot;.</translation>
    </message>
    <message>
        <source>write [[tags]] with two brackets on each side, once above each tag.</source>
        <translation>écrivez [[tags]] avec deux crochets de chaque côté, une fois au-dessus de chaque étiquette.</translation>
    </message>
    <message>
        <source>write a short word.</source>
        <translation>écrivez un mot court.</translation>
    </message>
    <message>
        <source>{1} at revision {2}</source>
        <translation>{1} à la révision {2}</translation>
    </message>
    <message>
        <source>{1} cannot be a checkpoint&apos;s file ({words2}); choose another folder.</source>
        <translation>{1} ne peut pas être le fichier d’un checkpoint ({words2})&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{1} cannot be loaded as a CLAP checkpoint ({words2}).</source>
        <translation>{1} ne peut pas être chargé comme checkpoint CLAP ({words2}).</translation>
    </message>
    <message>
        <source>{1} cannot be reached; check the connection to the internet and start the download again.</source>
        <translation>{1} est injoignable&#xa0;; vérifiez la connexion à internet et relancez le téléchargement.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}).</source>
        <translation>{1} ne peut pas être lu ({words2}).</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}): check that it is a file of yours.</source>
        <translation>{1} ne peut pas être lu ({words2})&#xa0;: vérifiez que c’est un de vos fichiers.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}): correct it, or delete it to begin without saved searches.</source>
        <translation>{1} ne peut pas être lu ({words2})&#xa0;: corrigez-le, ou supprimez-le pour commencer sans recherches enregistrées.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}): see what is in its place.</source>
        <translation>{1} ne peut pas être lu ({words2})&#xa0;: voyez ce qu’il y a à sa place.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({words2}); check the drive it is on.</source>
        <translation>{1} ne peut pas être lu ({words2})&#xa0;; vérifiez le disque où il se trouve.</translation>
    </message>
    <message>
        <source>{1} cannot be read any more; check the drive it is on.</source>
        <translation>{1} ne peut plus être lu&#xa0;; vérifiez le disque où il se trouve.</translation>
    </message>
    <message>
        <source>{1} cannot be read: SQLite says “{2}”.</source>
        <translation>{1} ne peut pas être lu&#xa0;: SQLite dit «&#xa0;{2}&#xa0;».</translation>
    </message>
    <message>
        <source>{1} cannot be read: {words2}.</source>
        <translation>{1} ne peut pas être lu&#xa0;: {words2}.</translation>
    </message>
    <message>
        <source>{1} cannot be read; download the checkpoint again.</source>
        <translation>{1} ne peut pas être lu&#xa0;; téléchargez à nouveau le checkpoint.</translation>
    </message>
    <message>
        <source>{1} cannot be used ({words2}).</source>
        <translation>{1} ne peut pas être utilisé ({words2}).</translation>
    </message>
    <message>
        <source>{1} cannot be written ({words2}); see to that drive.</source>
        <translation>{1} ne peut pas être écrit ({words2})&#xa0;; voyez ce disque.</translation>
    </message>
    <message>
        <source>{1} cannot run it ({words2}).</source>
        <translation>{1} ne peut pas l’exécuter ({words2}).</translation>
    </message>
    <message>
        <source>{1} computes otherwise than torch does (cosine {2}).</source>
        <translation>{1} calcule autrement que torch (cosinus {2}).</translation>
    </message>
    <message>
        <source>{1} did not arrive as {2} published it and was thrown away; start the download again.</source>
        <translation>{1} n’est pas arrivé tel que {2} l’a publié et a été jeté&#xa0;; relancez le téléchargement.</translation>
    </message>
    <message>
        <source>{1} does not say what it should.</source>
        <translation>{1} ne dit pas ce qu’il doit.</translation>
    </message>
    <message>
        <source>{1} gave an answer that makes no sense; try again later.</source>
        <translation>{1} a donné une réponse qui n’a pas de sens&#xa0;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{1} has no memory left, not even for one sound: close other programs that use it.</source>
        <translation>{1}&#xa0;: plus de mémoire, même pour un seul son&#xa0;; fermez les autres programmes qui l’utilisent.</translation>
    </message>
    <message>
        <source>{1} has no {2} any more; update this program or choose another checkpoint.</source>
        <translation>{1} n’a plus {2}&#xa0;; mettez ce programme à jour ou choisissez un autre checkpoint.</translation>
    </message>
    <message>
        <source>{1} holds a network of the kind “{2}”, not CLAP; choose another folder.</source>
        <translation>{1} contient un réseau du genre «&#xa0;{2}&#xa0;», pas CLAP&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{1} holds its weights only as a pickle, which could run any code when opened; choose a checkpoint that has model.safetensors.</source>
        <translation>{1} ne contient ses poids que sous forme de pickle, qui pourrait exécuter n’importe quel code à l’ouverture&#xa0;; choisissez un checkpoint qui a model.safetensors.</translation>
    </message>
    <message>
        <source>{1} is a file: add the folder it lies in.</source>
        <translation>{1} est un fichier&#xa0;: ajoutez le dossier où il se trouve.</translation>
    </message>
    <message>
        <source>{1} is a spreadsheet: save it as “CSV UTF-8”, and name that file.</source>
        <translation>{1} est un classeur&#xa0;: enregistrez-le au format «&#xa0;CSV UTF-8&#xa0;», et indiquez ce fichier.</translation>
    </message>
    <message>
        <source>{1} is being downloaded already; wait until that ends.</source>
        <translation>{1} est déjà en cours de téléchargement&#xa0;; attendez la fin.</translation>
    </message>
    <message>
        <source>{1} is damaged or incomplete; download the checkpoint again.</source>
        <translation>{1} est endommagé ou incomplet&#xa0;; téléchargez à nouveau le checkpoint.</translation>
    </message>
    <message>
        <source>{1} is damaged, or not a file of Earmark: it does not say that it is one.</source>
        <translation>{1} est endommagé, ou n’est pas un fichier d’Earmark&#xa0;: il ne dit pas qu’il en est un.</translation>
    </message>
    <message>
        <source>{1} is damaged: SQLite says {2}.</source>
        <translation>{1} est endommagé&#xa0;: SQLite dit {2}.</translation>
    </message>
    <message>
        <source>{1} is damaged: SQLite says “{2}”.</source>
        <translation>{1} est endommagé&#xa0;: SQLite dit «&#xa0;{2}&#xa0;».</translation>
    </message>
    <message>
        <source>{1} is damaged: all that is left of it is its log, {2}.</source>
        <translation>{1} est endommagé&#xa0;: il n’en reste que le journal, {2}.</translation>
    </message>
    <message>
        <source>{1} is in use by another program: close that, and try again.</source>
        <translation>{1} est utilisé par un autre programme&#xa0;: fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>{1} is incomplete or damaged; download the checkpoint again.</source>
        <translation>{1} est incomplet ou endommagé&#xa0;; téléchargez à nouveau le checkpoint.</translation>
    </message>
    <message>
        <source>{1} is larger than {2} MB, as no tokenizer is; choose another folder.</source>
        <translation>{1} dépasse {2} Mo, ce qu’aucun tokenizer n’atteint&#xa0;; choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{1} is neither a folder nor a .csv file that is there: name one of them.</source>
        <translation>{1} n’est ni un dossier ni un fichier .csv présent&#xa0;: indiquez l’un ou l’autre.</translation>
    </message>
    <message>
        <source>{1} is no journal.</source>
        <translation>{1} n’est pas un journal.</translation>
    </message>
    <message>
        <source>{1} is no sound</source>
        <translation>{1} n’est pas un son</translation>
    </message>
    <message>
        <source>{1} is no table that can be read: {words2}.</source>
        <translation>{1} n’est pas un tableau lisible&#xa0;: {words2}.</translation>
    </message>
    <message>
        <source>{1} is no tag: it needs “vocabulary”, “tag” and “said”</source>
        <translation>{1} n’est pas une étiquette&#xa0;: il faut «&#xa0;vocabulary&#xa0;», «&#xa0;tag&#xa0;» et «&#xa0;said&#xa0;»</translation>
    </message>
    <message>
        <source>{1} is none of .json, .csv, .txt, .m3u and .m3u8, as Earmark writes and reads them.</source>
        <translation>{1} n’est ni .json, .csv, .txt, .m3u ni .m3u8, qu’Earmark écrit et lit.</translation>
    </message>
    <message>
        <source>{1} is not UTF-8 text: save it as “CSV UTF-8”.</source>
        <translation>{1} n’est pas un texte en UTF-8&#xa0;: enregistrez-le au format «&#xa0;CSV UTF-8&#xa0;».</translation>
    </message>
    <message>
        <source>{1} is not a checkpoint&apos;s file; download the checkpoint again.</source>
        <translation>{1} n’est pas un fichier de checkpoint&#xa0;; téléchargez à nouveau le checkpoint.</translation>
    </message>
    <message>
        <source>{1} is not a whole CLAP checkpoint; choose another one.</source>
        <translation>{1} n’est pas un checkpoint CLAP entier&#xa0;; choisissez-en un autre.</translation>
    </message>
    <message>
        <source>{1} is not on this computer yet. Get it with: earmark embedder download {2}</source>
        <translation>{1} n’est pas encore sur cet ordinateur. Pour l’obtenir&#xa0;: earmark embedder download {2}</translation>
    </message>
    <message>
        <source>{1} is not the table of {2}: it lacks {3}.</source>
        <translation>{1} n’est pas le tableau de {2}&#xa0;: il y manque {3}.</translation>
    </message>
    <message>
        <source>{1} is not valid: {words2}. Correct it, or delete it to start from the defaults.</source>
        <translation>{1} n’est pas valide&#xa0;: {words2}. Corrigez-le, ou supprimez-le pour repartir des réglages d’origine.</translation>
    </message>
    <message>
        <source>{1} is not written as “{2}”: take some of {3}.</source>
        <translation>{1} ne s’écrit pas «&#xa0;{2}&#xa0;»&#xa0;: choisissez parmi {3}.</translation>
    </message>
    <message>
        <source>{1} is the library itself: there is nothing to restore.</source>
        <translation>{1} est la bibliothèque elle-même&#xa0;: il n’y a rien à restaurer.</translation>
    </message>
    <message>
        <source>{1} lacks its tokenizer (tokenizer.json); download the checkpoint again.</source>
        <translation>Il manque à {1} son tokenizer (tokenizer.json)&#xa0;; téléchargez à nouveau le checkpoint.</translation>
    </message>
    <message>
        <source>{1} lacks the weights (model.safetensors); download the checkpoint again or choose another folder.</source>
        <translation>Il manque à {1} les poids (model.safetensors)&#xa0;; téléchargez à nouveau le checkpoint ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{1} lacks {2}; choose the folder that holds the whole CLAP checkpoint.</source>
        <translation>Il manque à {1} {2}&#xa0;; choisissez le dossier qui contient tout le checkpoint CLAP.</translation>
    </message>
    <message>
        <source>{1} names no sounds with labels.</source>
        <translation>{1} ne nomme pas de sons avec des labels.</translation>
    </message>
    <message>
        <source>{1} names no sounds: it needs a line of column names and a line a sound.</source>
        <translation>{1} ne nomme pas de sons&#xa0;: il faut une ligne de noms de colonnes, puis une ligne par son.</translation>
    </message>
    <message>
        <source>{1} offers another revision of {2} than the one that was asked for; try again later.</source>
        <translation>{1} propose une autre révision de {2} que celle demandée&#xa0;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{1} offers its weights only as a pickle, which could run any code when opened; choose a checkpoint that has safetensors.</source>
        <translation>{1} ne propose ses poids que sous forme de pickle, qui pourrait exécuter n’importe quel code à l’ouverture&#xa0;; choisissez un checkpoint qui a des safetensors.</translation>
    </message>
    <message>
        <source>{1} overlaps the folder {2}: remove that one first.</source>
        <translation>{1} recoupe le dossier {2}&#xa0;: retirez d’abord celui-ci.</translation>
    </message>
    <message>
        <source>{1} prepares sounds in a way this program does not know (truncation “{2}”, padding “{3}”); choose another checkpoint.</source>
        <translation>{1} prépare les sons d’une manière que ce programme ne connaît pas (troncature «&#xa0;{2}&#xa0;», remplissage «&#xa0;{3}&#xa0;»)&#xa0;; choisissez un autre checkpoint.</translation>
    </message>
    <message>
        <source>{1} takes {2} ms for a sound, and the {3} cores {4} ms.</source>
        <translation>{1} met {2} ms pour un son, et les {3} cœurs {4} ms.</translation>
    </message>
    <message>
        <source>{1} was made for another version of Earmark. Install Earmark again.</source>
        <translation>{1} a été fait pour une autre version d’Earmark. Installez Earmark de nouveau.</translation>
    </message>
    <message>
        <source>{1} was written by a newer version of Earmark: install that version to check it.</source>
        <translation>{1} a été écrit par une version plus récente d’Earmark&#xa0;: installez-la pour le vérifier.</translation>
    </message>
    <message>
        <source>{1}, line {2}: {words3}</source>
        <translation>{1}, ligne {2}&#xa0;: {words3}</translation>
    </message>
    <message>
        <source>{1}, where the embedder “{2}” was, has none: bring it back, or choose another one with: earmark embedder use starter</source>
        <translation>Dans {1}, où était le réseau «&#xa0;{2}&#xa0;», il n’y en a pas&#xa0;: remettez-le, ou choisissez-en un autre avec&#xa0;: earmark embedder use starter</translation>
    </message>
    <message>
        <source>{1}: {2} has the id &quot;{3}&quot; too: give this file another id.</source>
        <translation>{1}&#xa0;: {2} a déjà l’identifiant &quot;{3}&quot;&#xa0;: donnez-en un autre à ce fichier.</translation>
    </message>
    <message>
        <source>{1}: {words2}</source>
        <translation>{1}&#xa0;: {words2}</translation>
    </message>
    <message>
        <source>{1}://{2} is not a safe address (https); nothing was downloaded.</source>
        <translation>{1}://{2} n’est pas une adresse sûre (https)&#xa0;; rien n’a été téléchargé.</translation>
    </message>
    <message>
        <source>{number1} audio formats</source>
        <translation>{number1} formats audio</translation>
    </message>
    <message>
        <source>{number1} edited sounds</source>
        <translation>{number1} sons modifiés</translation>
    </message>
    <message>
        <source>{number1} embedders</source>
        <translation>{number1} réseaux</translation>
    </message>
    <message>
        <source>{number1} embeddings</source>
        <translation>{number1} vecteurs</translation>
    </message>
    <message>
        <source>{number1} embeddings of long sounds</source>
        <translation>{number1} vecteurs de sons longs</translation>
    </message>
    <message>
        <source>{number1} embeddings of texts</source>
        <translation>{number1} vecteurs de textes</translation>
    </message>
    <message>
        <source>{number1} file names contain “{2}”: put it in quotes to see only that.</source>
        <translation>{number1} noms de fichiers contiennent «&#xa0;{2}&#xa0;»&#xa0;: mettez-le entre guillemets pour ne voir que celui-là.</translation>
    </message>
    <message>
        <source>{number1} file names contain “{2}”: put it in quotes to see only those.</source>
        <translation>{number1} noms de fichiers contiennent «&#xa0;{2}&#xa0;»&#xa0;: mettez-le entre guillemets pour ne voir que ceux-là.</translation>
    </message>
    <message>
        <source>{number1} ratings</source>
        <translation>{number1} notes</translation>
    </message>
    <message>
        <source>{number1} sounds</source>
        <translation>{number1} sons</translation>
    </message>
    <message>
        <source>{number1} sounds have not been measured yet, and so cannot be found by this.</source>
        <translation>{number1} sons ne sont pas encore mesurés et ne peuvent donc pas être trouvés ainsi.</translation>
    </message>
    <message>
        <source>{number1} sounds in collections</source>
        <translation>{number1} sons dans des collections</translation>
    </message>
    <message>
        <source>{number1} sounds with a rating or note</source>
        <translation>{number1} sons avec une note ou une remarque</translation>
    </message>
    <message>
        <source>{number1} tag decisions</source>
        <translation>{number1} avis sur des étiquettes</translation>
    </message>
    <message>
        <source>{number1} texts that Earmark wrote</source>
        <translation>{number1} textes écrits par Earmark</translation>
    </message>
    <message>
        <source>{words1} It holds only what was computed from your sounds: nothing that you made is hurt.</source>
        <translation>{words1} Il ne contient que ce qui a été calculé à partir des sons&#xa0;: rien de ce que vous avez fait n’est touché.</translation>
    </message>
    <message>
        <source>{words1} It is left as it is.</source>
        <translation>{words1} Il reste tel quel.</translation>
    </message>
    <message>
        <source>{words1} It stays as it is.</source>
        <translation>{words1} Cela reste tel quel.</translation>
    </message>
    <message>
        <source>{words1} contains a character that cannot be shown (U+{2}): remove it.</source>
        <translation>{words1} contient un caractère qui ne peut pas être affiché (U+{2})&#xa0;: retirez-le.</translation>
    </message>
    <message>
        <source>{words1} is empty: write something or remove it.</source>
        <translation>{words1} est vide&#xa0;: écrivez quelque chose ou retirez-le.</translation>
    </message>
    <message>
        <source>{words1} is longer than {2} characters: shorten it.</source>
        <translation>{words1} dépasse {2} caractères&#xa0;: raccourcissez-le.</translation>
    </message>
    <message>
        <source>{words1} is of no use: it does not hold what the library holds.</source>
        <translation>{words1} est inutilisable&#xa0;: ce n’est pas ce que contient la bibliothèque.</translation>
    </message>
    <message>
        <source>{words1} is of no use: its {2} is empty.</source>
        <translation>{words1} est inutilisable&#xa0;: {2} y est vide.</translation>
    </message>
    <message>
        <source>{words1} is of no use: {words2}</source>
        <translation>{words1} est inutilisable&#xa0;: {words2}</translation>
    </message>
    <message>
        <source>{words1} must be a text in quotes, not {words2}.</source>
        <translation>{words1} doit être un texte entre guillemets, pas {words2}.</translation>
    </message>
    <message>
        <source>{words1}&quot;bias&quot; must be a number, for example -2.5.</source>
        <translation>{words1}&quot;bias&quot; doit être un nombre, par exemple -2.5.</translation>
    </message>
    <message>
        <source>{words1}&quot;colour&quot; must look like &quot;#4f8a5b&quot;, not &quot;{2}&quot;.</source>
        <translation>{words1}&quot;colour&quot; doit ressembler à &quot;#4f8a5b&quot;, pas &quot;{2}&quot;.</translation>
    </message>
    <message>
        <source>{words1}&quot;learn&quot; must be true or false, without quotes.</source>
        <translation>{words1}&quot;learn&quot; doit être true ou false, sans guillemets.</translation>
    </message>
    <message>
        <source>{words1}&quot;threshold&quot; must be a number from 0 to 1, for example 0.5.</source>
        <translation>{words1}&quot;threshold&quot; doit être un nombre de 0 à 1, par exemple 0.5.</translation>
    </message>
    <message>
        <source>{words1}&quot;weights&quot; must be a text of numbers, not {words2}.</source>
        <translation>{words1}&quot;weights&quot; doit être un texte de nombres, pas {words2}.</translation>
    </message>
    <message>
        <source>{words1}&quot;weights&quot; {words2}: train the vocabulary again.</source>
        <translation>{words1}&quot;weights&quot; {words2}&#xa0;: entraînez le vocabulaire de nouveau.</translation>
    </message>
    <message>
        <source>{words1}&quot;{2}&quot; is a prompt and a counter-prompt: remove one of them.</source>
        <translation>{words1}&quot;{2}&quot; est à la fois une invite et une contre-invite&#xa0;: retirez l’une des deux.</translation>
    </message>
    <message>
        <source>{words1}&quot;{2}&quot; is missing: a trained tag has weights and a bias.</source>
        <translation>{words1}&quot;{2}&quot; manque&#xa0;: une étiquette entraînée a des poids et un biais.</translation>
    </message>
    <message>
        <source>{words1}&quot;{2}&quot; must be a list: write {3} = [&quot;...&quot;].</source>
        <translation>{words1}&quot;{2}&quot; doit être une liste&#xa0;: écrivez {3} = [&quot;...&quot;].</translation>
    </message>
    <message>
        <source>{words1}it has weights, so the file must name its embedder at the top: embedder = &quot;...&quot;.</source>
        <translation>{words1}elle a des poids, le fichier doit donc nommer son réseau en tête&#xa0;: embedder = &quot;...&quot;.</translation>
    </message>
    <message>
        <source>{words1}one of the texts in &quot;{2}&quot;</source>
        <translation>{words1}l’un des textes dans &quot;{2}&quot;</translation>
    </message>
    <message>
        <source>{words1}the key &quot;{2}&quot; is not known here: did you mean &quot;{3}&quot;?</source>
        <translation>{words1}la clé &quot;{2}&quot; n’existe pas ici&#xa0;: vouliez-vous dire &quot;{3}&quot;&#xa0;?</translation>
    </message>
    <message>
        <source>{words1}the key &quot;{2}&quot; is not known here: the keys are {3}.</source>
        <translation>{words1}la clé &quot;{2}&quot; n’existe pas ici&#xa0;: les clés sont {3}.</translation>
    </message>
    <message>
        <source>“collections” should have texts in it, not {1}</source>
        <translation>«&#xa0;collections&#xa0;» devrait contenir des textes, pas {1}</translation>
    </message>
    <message>
        <source>“length:{1}” is not a length: write {words2} (seconds).</source>
        <translation>«&#xa0;length:{1}&#xa0;» n’est pas une durée&#xa0;: écrivez {words2} (secondes).</translation>
    </message>
    <message>
        <source>“{1}:{2}” cannot be read: write {words3}.</source>
        <translation>«&#xa0;{1}:{2}&#xa0;» ne se comprend pas&#xa0;: écrivez {words3}.</translation>
    </message>
    <message>
        <source>“{1}:” needs something after it, for example {words2}.</source>
        <translation>«&#xa0;{1}:&#xa0;» demande quelque chose après, par exemple {words2}.</translation>
    </message>
    <message>
        <source>“{1}” cannot be compared with other sounds. {words2}</source>
        <translation>«&#xa0;{1}&#xa0;» ne peut pas être comparé à d’autres sons. {words2}</translation>
    </message>
    <message>
        <source>“{1}” is not a field that is written: take some of {2}.</source>
        <translation>«&#xa0;{1}&#xa0;» n’est pas un champ qui s’écrit&#xa0;: choisissez parmi {2}.</translation>
    </message>
    <message>
        <source>“{1}” is not connected: sounds play on the system&apos;s default device until it is back.</source>
        <translation>«&#xa0;{1}&#xa0;» n’est pas connecté&#xa0;: les sons passent par le périphérique par défaut du système jusqu’à son retour.</translation>
    </message>
    <message>
        <source>“{1}” is not known here; choose one of {2}.</source>
        <translation>«&#xa0;{1}&#xa0;» n’est pas connu ici&#xa0;; choisissez parmi {2}.</translation>
    </message>
    <message>
        <source>“{1}” should be a vocabulary and a tag, as in “everyday/rain”</source>
        <translation>«&#xa0;{1}&#xa0;» devrait être un vocabulaire et une étiquette, comme «&#xa0;everyday/rain&#xa0;»</translation>
    </message>
    <message>
        <source>“{1}” should be accepted, rejected or added</source>
        <translation>«&#xa0;{1}&#xa0;» devrait être accepted, rejected ou added</translation>
    </message>
    <message>
        <source>“{1}” should be collections in brackets, as in [&quot;Field trip&quot;, &quot;Rain&quot;]</source>
        <translation>«&#xa0;{1}&#xa0;» devrait être des collections entre crochets, comme [&quot;Field trip&quot;, &quot;Rain&quot;]</translation>
    </message>
    <message>
        <source>“{1}” should be {words2}, not {3}</source>
        <translation>«&#xa0;{1}&#xa0;» devrait être {words2}, pas {3}</translation>
    </message>
    <message>
        <source>“{1}” was understood as “{2}”.</source>
        <translation>«&#xa0;{1}&#xa0;» a été compris comme «&#xa0;{2}&#xa0;».</translation>
    </message>
</context>
<context>
    <name>RegionActions</name>
    <message>
        <source>Waveform and region</source>
        <translation>Forme d’onde et région</translation>
    </message>
    <message>
        <source>Begin the region at the playhead</source>
        <translation>Début de la région à la tête de lecture</translation>
    </message>
    <message>
        <source>End the region at the playhead</source>
        <translation>Fin de la région à la tête de lecture</translation>
    </message>
    <message>
        <source>Make the moment found the region</source>
        <translation>Faire du passage trouvé la région</translation>
    </message>
    <message>
        <source>Clear the region</source>
        <translation>Effacer la région</translation>
    </message>
    <message>
        <source>Find sounds like this region</source>
        <translation>Trouver des sons comme cette région</translation>
    </message>
    <message>
        <source>Save the region as a file...</source>
        <translation>Enregistrer la région dans un fichier...</translation>
    </message>
    <message>
        <source>Waveform or spectrogram</source>
        <translation>Forme d’onde ou spectrogramme</translation>
    </message>
    <message>
        <source>Channels in one lane or apart</source>
        <translation>Canaux ensemble ou séparés</translation>
    </message>
    <message>
        <source>Zoom into the waveform</source>
        <translation>Agrandir la forme d’onde</translation>
    </message>
    <message>
        <source>Zoom out of the waveform</source>
        <translation>Réduire la forme d’onde</translation>
    </message>
    <message>
        <source>Show all of the waveform</source>
        <translation>Montrer toute la forme d’onde</translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message>
        <source>Start, end and length of the region</source>
        <translation>Début, fin et durée de la région</translation>
    </message>
    <message>
        <source>Find sounds like this region</source>
        <translation>Trouver des sons comme cette région</translation>
    </message>
    <message>
        <source>Save the region as a file...</source>
        <translation>Enregistrer la région dans un fichier...</translation>
    </message>
    <message>
        <source>Clear the region (Esc)</source>
        <translation>Effacer la région (Échap)</translation>
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
        <translation>Ce son n’a pas encore été écouté&#xa0;; ses régions pourront être glissées dans un instant.</translation>
    </message>
    <message>
        <source>This sound is not in the library: add its folder to drag regions of it.</source>
        <translation>Ce son n’est pas dans la bibliothèque&#xa0;: ajoutez son dossier pour en glisser des régions.</translation>
    </message>
    <message>
        <source>The region cannot be rendered: {reason}</source>
        <translation>La région ne peut pas être produite&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Preparing the region...</source>
        <translation>Préparation de la région...</translation>
    </message>
    <message>
        <source>The region is ready: drag it again.</source>
        <translation>La région est prête&#xa0;: glissez-la de nouveau.</translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>This sound was not listened to yet; its regions can be saved in a moment.</source>
        <translation>Ce son n’a pas encore été écouté&#xa0;; ses régions pourront être enregistrées dans un instant.</translation>
    </message>
    <message>
        <source>Save the region</source>
        <translation>Enregistrer la région</translation>
    </message>
    <message>
        <source>Sounds (*{suffix})</source>
        <translation>Sons (*{suffix})</translation>
    </message>
    <message>
        <source>This sound is not in the library: add its folder to save regions of it.</source>
        <translation>Ce son n’est pas dans la bibliothèque&#xa0;: ajoutez son dossier pour en enregistrer des régions.</translation>
    </message>
    <message>
        <source>Saving the region...</source>
        <translation>Enregistrement de la région...</translation>
    </message>
    <message>
        <source>The region was saved as {path}.</source>
        <translation>La région est enregistrée&#xa0;: {path}.</translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation>Il y a déjà un fichier {name}.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
</context>
<context>
    <name>RenameSoundsDialog</name>
    <message>
        <source>Rename to UCS names</source>
        <translation>Renommer selon l’UCS</translation>
    </message>
    <message>
        <source>Progress of the renaming</source>
        <translation>Avancement du renommage</translation>
    </message>
    <message>
        <source>&amp;Undo this renaming</source>
        <translation>Ann&amp;uler ce renommage</translation>
    </message>
    <message>
        <source>&amp;Tick all</source>
        <translation>&amp;Tout cocher</translation>
    </message>
    <message>
        <source>Tick &amp;none</source>
        <translation>Tout &amp;décocher</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>Files get names that other programs can sort them by: CatID_FXName_CreatorID_SourceID. Nothing is renamed before you press “Rename”.</source>
        <translation>Les fichiers reçoivent des noms d’après lesquels d’autres programmes peuvent les classer&#xa0;: CatID_FXName_CreatorID_SourceID. Rien n’est renommé avant que vous ne cliquiez sur «&#xa0;Renommer&#xa0;».</translation>
    </message>
    <message>
        <source>A click on a CatID offers others; a double-click on an FXName edits it, and on a name plays the sound. No file ever takes the place of another one, and the whole run can be taken back.</source>
        <translation>Un clic sur un CatID en propose d’autres&#xa0;; un double-clic modifie un FXName ou, sur un nom, joue le son. Aucun fichier ne prend jamais la place d’un autre, et tout peut être annulé.</translation>
    </message>
    <message>
        <source>Looking into the files; all CatIDs are read before that the first time, which may take a minute.</source>
        <translation>Examen des fichiers&#xa0;; la première fois, tous les CatID sont lus avant, ce qui peut prendre une minute.</translation>
    </message>
    <message>
        <source>Looking into the files: {done} of {total}</source>
        <translation>Examen des fichiers&#xa0;: {done} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) can get a new name.</source>
        <translation>
            <numerusform>%Ln fichier peut recevoir un nouveau nom.</numerusform>
            <numerusform>%Ln fichiers peuvent recevoir un nouveau nom.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be renamed: their notes say why.</source>
        <translation>
            <numerusform>%Ln fichier ne peut pas être renommé&#xa0;: sa remarque dit pourquoi.</numerusform>
            <numerusform>%Ln fichiers ne peuvent pas être renommés&#xa0;: leurs remarques disent pourquoi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln sound(s) no CatID is sure enough: choose one in the list.</source>
        <translation>
            <numerusform>Pour %Ln son, aucun CatID n’est assez sûr&#xa0;: en choisir un dans la liste.</numerusform>
            <numerusform>Pour %Ln sons, aucun CatID n’est assez sûr&#xa0;: en choisir un dans la liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln CatID(s) are doubtful, and not ticked before you do.</source>
        <translation>
            <numerusform>%Ln CatID est douteux et n’est pas coché avant que vous ne le fassiez.</numerusform>
            <numerusform>%Ln CatID sont douteux et ne sont pas cochés avant que vous ne le fassiez.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are named so already.</source>
        <translation>
            <numerusform>%Ln fichier porte déjà ce nom.</numerusform>
            <numerusform>%Ln fichiers portent déjà ce nom.</numerusform>
        </translation>
    </message>
    <message>
        <source>This could not be done; the log says more.</source>
        <translation>Cela n’a pas pu être fait&#xa0;; le journal en dit plus.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Rename %Ln file(s)</source>
        <translation>
            <numerusform>Re&amp;nommer %Ln fichier</numerusform>
            <numerusform>Re&amp;nommer %Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Re&amp;nommer</translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message numerus="yes">
        <source>CatIDs of %Ln sound(s)</source>
        <translation>
            <numerusform>CatID de %Ln son</numerusform>
            <numerusform>CatID de %Ln sons</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was renamed that could be taken back.</source>
        <translation>Rien n’a été renommé qui puisse être annulé.</translation>
    </message>
</context>
<context>
    <name>RenamingForm</name>
    <message numerus="yes">
        <source>%Ln selected sound(s)</source>
        <translation>
            <numerusform>%Ln son sélectionné</numerusform>
            <numerusform>%Ln sons sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln listed sound(s)</source>
        <translation>
            <numerusform>%Ln son listé</numerusform>
            <numerusform>Les %Ln sons listés</numerusform>
        </translation>
    </message>
    <message>
        <source>Who made the sounds, in short; else what the file says</source>
        <translation>Qui a fait les sons, en abrégé&#xa0;; sinon ce que dit le fichier</translation>
    </message>
    <message>
        <source>What they were made for: a show, a library; else what the file says</source>
        <translation>Ce pour quoi ils ont été faits&#xa0;: une série, une sonothèque&#xa0;; sinon ce que dit le fichier</translation>
    </message>
    <message>
        <source>Old name, &amp;whole, as FXName</source>
        <translation>Ancien nom &amp;entier comme FXName</translation>
    </message>
    <message>
        <source>CatID also by the sound a&amp;lone</source>
        <translation>CatID aussi d’après &amp;l’écoute seule</translation>
    </message>
    <message>
        <source>Where neither you nor the file nor its words tell: what fits its sound best</source>
        <translation>Là où ni vous, ni le fichier, ni ses mots ne le disent&#xa0;: ce qui correspond le mieux à l’écoute</translation>
    </message>
    <message>
        <source>Files &amp;of</source>
        <translation>Fic&amp;hiers de</translation>
    </message>
    <message>
        <source>Creator&amp;ID</source>
        <translation>Creator&amp;ID</translation>
    </message>
    <message>
        <source>Sourc&amp;eID</source>
        <translation>&amp;SourceID</translation>
    </message>
</context>
<context>
    <name>RenamingPlanModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>CatID</source>
        <translation>CatID</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>D’après</translation>
    </message>
    <message>
        <source>FXName</source>
        <translation>FXName</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>RenamingTable</name>
    <message>
        <source>Names that files would get</source>
        <translation>Noms que recevraient les fichiers</translation>
    </message>
</context>
<context>
    <name>RenamingTexts</name>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>le fichier</translation>
    </message>
    <message>
        <source>its words</source>
        <translation>ses mots</translation>
    </message>
    <message>
        <source>its sound</source>
        <translation>son écoute</translation>
    </message>
    <message>
        <source>It was not heard, and no word of its name tells a CatID.</source>
        <translation>Il n’a pas été écouté, et aucun mot de son nom n’indique de CatID.</translation>
    </message>
    <message>
        <source>No CatID is sure enough: choose one.</source>
        <translation>Aucun CatID n’est assez sûr&#xa0;: en choisir un.</translation>
    </message>
    <message>
        <source>Is named so already.</source>
        <translation>Porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Its CatID is doubtful.</source>
        <translation>CatID douteux.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln link(s) to it would lead nowhere.</source>
        <translation>
            <numerusform>%Ln lien vers lui ne mènerait plus nulle part.</numerusform>
            <numerusform>%Ln liens vers lui ne mèneraient plus nulle part.</numerusform>
        </translation>
    </message>
    <message>
        <source>By its old name: several of these files say “{text}”.</source>
        <translation>D’après son ancien nom&#xa0;: plusieurs de ces fichiers disent «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>Numbered: the name is taken.</source>
        <translation>Numéroté&#xa0;: le nom est pris.</translation>
    </message>
    <message>
        <source>Stays beside it under its old name: {names}.</source>
        <translation>Reste à côté sous son ancien nom&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Its sidecar follows.</source>
        <translation>Son fichier annexe suit.</translation>
    </message>
    <message>
        <source>Giving old names back: {done} of {total} files</source>
        <translation>Retour aux anciens noms&#xa0;: {done} fichiers sur {total}</translation>
    </message>
    <message>
        <source>Renaming: {done} of {total} files</source>
        <translation>Renommage&#xa0;: {done} fichiers sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) have their old names again.</source>
        <translation>
            <numerusform>%Ln fichier a retrouvé son ancien nom.</numerusform>
            <numerusform>%Ln fichiers ont retrouvé leurs anciens noms.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were renamed.</source>
        <translation>
            <numerusform>%Ln fichier a été renommé.</numerusform>
            <numerusform>%Ln fichiers ont été renommés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) kept their names: the list says why.</source>
        <translation>
            <numerusform>%Ln fichier a gardé son nom&#xa0;: la liste dit pourquoi.</numerusform>
            <numerusform>%Ln fichiers ont gardé leurs noms&#xa0;: la liste dit pourquoi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) stayed behind: the list says why.</source>
        <translation>
            <numerusform>%Ln fichier annexe est resté en arrière&#xa0;: la liste dit pourquoi.</numerusform>
            <numerusform>%Ln fichiers annexes sont restés en arrière&#xa0;: la liste dit pourquoi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were not reached.</source>
        <translation>
            <numerusform>%Ln fichier n’a pas été atteint.</numerusform>
            <numerusform>%Ln fichiers n’ont pas été atteints.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back the last renaming</source>
        <translation>Annuler le dernier renommage</translation>
    </message>
    <message>
        <source>These files were renamed on {when}. They are to have their old names again.</source>
        <translation>Ces fichiers ont été renommés le {when}. Ils doivent retrouver leurs anciens noms.</translation>
    </message>
    <message>
        <source>A file whose old name is taken by now keeps the new one, and is named.</source>
        <translation>Un fichier dont l’ancien nom est pris entre-temps garde le nouveau et est nommé.</translation>
    </message>
</context>
<context>
    <name>ResultsFrame</name>
    <message>
        <source>Parts of the result</source>
        <translation>Parties du résultat</translation>
    </message>
</context>
<context>
    <name>Retelling</name>
    <message>
        <source>{reason}: {file}</source>
        <translation>{reason}&#xa0;: {file}</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>Review</source>
        <translation>Revue</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Hear it again</source>
        <translation>Réécouter</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Back to the skipped one</source>
        <translation>Retour au son passé</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre son avis</translation>
    </message>
    <message>
        <source>Move the threshold up</source>
        <translation>Monter le seuil</translation>
    </message>
    <message>
        <source>Move the threshold down</source>
        <translation>Baisser le seuil</translation>
    </message>
    <message>
        <source>Use this threshold</source>
        <translation>Utiliser ce seuil</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Sounds by their score</source>
        <translation>Sons par score</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review of a tag</source>
        <translation>Revue d’une étiquette</translation>
    </message>
    <message>
        <source>Tag to review</source>
        <translation>Étiquette à revoir</translation>
    </message>
    <message>
        <source>Review:</source>
        <translation>Revue&#xa0;:</translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln skipped sound(s) left</source>
        <translation>
            <numerusform>Plus que %Ln son passé</numerusform>
            <numerusform>Plus que %Ln sons passés</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left near the line: move it, or press Escape</source>
        <translation>Plus rien près de la ligne&#xa0;: déplacez-la ou appuyez sur Échap</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) left</source>
        <translation>
            <numerusform>encore %Ln son</numerusform>
            <numerusform>encore %Ln sons</numerusform>
        </translation>
    </message>
    <message>
        <source>{accepted} accepted, {rejected} rejected</source>
        <translation>acceptés&#xa0;: {accepted}, refusés&#xa0;: {rejected}</translation>
    </message>
    <message numerus="yes">
        <source>learned from %Ln of your decision(s)</source>
        <translation>
            <numerusform>a appris de %Ln de vos choix</numerusform>
            <numerusform>a appris de %Ln de vos choix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From {saved} on: %Ln sound(s) have “{name}”.</source>
        <translation>
            <numerusform>Dès {saved}&#xa0;: %Ln son a «&#xa0;{name}&#xa0;».</numerusform>
            <numerusform>Dès {saved}&#xa0;: %Ln sons ont «&#xa0;{name}&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From {line} on: %Ln sound(s) would have “{name}”; from {saved} on, as now: {now}.</source>
        <translation>
            <numerusform>Dès {line}&#xa0;: %Ln son aurait «&#xa0;{name}&#xa0;»&#xa0;; dès {saved}, comme maintenant&#xa0;: {now}.</numerusform>
            <numerusform>Dès {line}&#xa0;: %Ln sons auraient «&#xa0;{name}&#xa0;»&#xa0;; dès {saved}, comme maintenant&#xa0;: {now}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>There is no tag to review yet: add a folder, and choose vocabularies.</source>
        <translation>Il n’y a pas encore d’étiquette à revoir&#xa0;: ajoutez un dossier et choisissez des vocabulaires.</translation>
    </message>
    <message>
        <source>The tag that was reviewed is in no active vocabulary any more.</source>
        <translation>L’étiquette revue n’est plus dans aucun vocabulaire utilisé.</translation>
    </message>
    <message>
        <source>Let “{name}” apply from {threshold} on</source>
        <translation>Appliquer «&#xa0;{name}&#xa0;» dès {threshold}</translation>
    </message>
</context>
<context>
    <name>RunnerDialog</name>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Arrêter</translation>
    </message>
</context>
<context>
    <name>SavedSearchesSection</name>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>+ keeps the present search.</source>
        <translation>+ garde cette recherche.</translation>
    </message>
    <message>
        <source>Save the present search</source>
        <translation>Enregistrer cette recherche</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
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
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>ScoreStrip</name>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Describe a sound...  e.g. “short metallic hit with long tail”</source>
        <translation>Décrivez un son en anglais...  p. ex. «&#xa0;short metallic hit with long tail&#xa0;»</translation>
    </message>
    <message>
        <source>Words describe the sound. -word takes away what the word applies to, and ranks lower what is a little like it.
Filters: tag:rain  folder:field  length:&lt;10  format:wav,flac  name:take  “part of a name”
rating:&gt;=3  is:favourite  collection:rain  note:word
bpm:90..100  key:F#m  kind:loop  lufs:&lt;-20  warning:clipped
tag:wood tag:hit is both tags, tag:wood,metal one of the two. A minus takes away what a filter fits.
Drop a sound file here to find sounds like it. Arrow up: earlier searches.</source>
        <translation>Les mots décrivent le son&#xa0;; le réseau comprend l’anglais. -mot enlève ce à quoi le mot s’applique, et recule ce qui lui ressemble un peu.
Filtres&#xa0;: tag:rain  folder:field  length:&lt;10  format:wav,flac  name:take  “partie d’un nom”
rating:&gt;=3  is:favourite  collection:rain  note:mot
bpm:90..100  key:F#m  kind:loop  lufs:&lt;-20  warning:clipped
tag:wood tag:hit veut dire les deux étiquettes, tag:wood,metal l’une des deux. Un moins enlève ce qui correspond au filtre.
Déposez ici un fichier son pour trouver des sons semblables. Flèche haut&#xa0;: recherches précédentes.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Vider la recherche</translation>
    </message>
</context>
<context>
    <name>SearchCompleter</name>
    <message>
        <source>Names that fit</source>
        <translation>Noms correspondants</translation>
    </message>
</context>
<context>
    <name>Searches</name>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>There is no search to save: write what the sounds should be like.</source>
        <translation>Il n’y a pas de recherche à enregistrer&#xa0;: écrivez comment les sons doivent être.</translation>
    </message>
    <message>
        <source>Save the search “{name}”</source>
        <translation>Enregistrer la recherche «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Rename the search “{name}”</source>
        <translation>Renommer la recherche «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Delete the search “{name}”</source>
        <translation>Supprimer la recherche «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Move the search “{name}”</source>
        <translation>Déplacer la recherche «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>The earlier searches are forgotten; those under a name stay.</source>
        <translation>Les recherches précédentes sont oubliées&#xa0;; celles qui ont un nom restent.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The network that listens: the bundled one, or a CLAP checkpoint.</source>
        <translation>Le réseau qui écoute&#xa0;: celui fourni, ou un modèle CLAP.</translation>
    </message>
    <message>
        <source>Offer a larger network for download above the list.</source>
        <translation>Proposer au-dessus de la liste un réseau plus grand à télécharger.</translation>
    </message>
    <message>
        <source>The network that takes over once it has listened to every sound.</source>
        <translation>Le réseau qui prend le relais quand il a écouté tous les sons.</translation>
    </message>
    <message>
        <source>The vocabularies whose tags are shown.</source>
        <translation>Les vocabulaires dont les étiquettes sont montrées.</translation>
    </message>
    <message>
        <source>CLAP checkpoints in folders of your own, as NAME=FOLDER.</source>
        <translation>Modèles CLAP dans vos propres dossiers, sous la forme NOM=DOSSIER.</translation>
    </message>
    <message>
        <source>Processor cores used for listening; 0 leaves one core free.</source>
        <translation>Cœurs du processeur employés pour écouter&#xa0;; 0 en laisse un libre.</translation>
    </message>
    <message>
        <source>What CLAP listens with: auto for a graphics processor where it is quicker than all cores; or cpu.</source>
        <translation>Avec quoi CLAP écoute&#xa0;: auto pour un processeur graphique là où il est plus rapide que tous les cœurs&#xa0;; ou cpu.</translation>
    </message>
    <message>
        <source>Once every sound is heard, measure tempo, key and loudness, and what is wrong with recordings.</source>
        <translation>Une fois tous les sons écoutés, mesurer tempo, tonalité et sonie, et ce qui ne va pas dans les enregistrements.</translation>
    </message>
    <message>
        <source>Once every sound is heard, listen for what happens when inside long ones, so that searches find that.</source>
        <translation>Une fois tous les sons écoutés, écouter dans les longs ce qui se passe et quand, pour que les recherches le trouvent.</translation>
    </message>
    <message>
        <source>Look of the window: system, light or dark.</source>
        <translation>Aspect de la fenêtre&#xa0;: système, clair ou sombre.</translation>
    </message>
    <message>
        <source>Language of the window, from its next start on.</source>
        <translation>Langue de la fenêtre, dès le prochain démarrage.</translation>
    </message>
    <message>
        <source>What was searched for when Earmark was closed; it begins with that.</source>
        <translation>La recherche à la fermeture d’Earmark&#xa0;; il recommence par elle.</translation>
    </message>
    <message>
        <source>Loudness of auditions, from 0 to 1.</source>
        <translation>Volume de la pré-écoute, de 0 à 1.</translation>
    </message>
    <message>
        <source>Draw all channels of a waveform over each other.</source>
        <translation>Superposer tous les canaux d’une forme d’onde.</translation>
    </message>
    <message>
        <source>Show the spectrogram of a sound in place of its waveform.</source>
        <translation>Montrer le spectrogramme d’un son au lieu de sa forme d’onde.</translation>
    </message>
    <message>
        <source>Show below the waveform when in a sound its tags apply.</source>
        <translation>Montrer sous la forme d’onde quand, dans un son, ses étiquettes s’appliquent.</translation>
    </message>
    <message>
        <source>Play a sound as soon as it is selected.</source>
        <translation>Lire un son dès qu’il est sélectionné.</translation>
    </message>
    <message>
        <source>Begin a sound, or the chosen part of it, again at its end.</source>
        <translation>À la fin d’un son, ou de sa région choisie, le recommencer.</translation>
    </message>
    <message>
        <source>When a sound ends, select and play the next one of the list.</source>
        <translation>À la fin d’un son, sélectionner et lire le suivant de la liste.</translation>
    </message>
    <message>
        <source>Play all sounds equally loud, as far as their peaks stay below -1 dBFS; the files stay as they are.</source>
        <translation>Lire tous les sons au même niveau, tant que leurs crêtes restent sous -1 dBFS&#xa0;; les fichiers restent tels quels.</translation>
    </message>
    <message>
        <source>How loud that is, in LUFS, from -40 to -6.</source>
        <translation>Ce niveau, en LUFS, de -40 à -6.</translation>
    </message>
    <message>
        <source>Show sounds that are the same recording in one row.</source>
        <translation>Montrer sur une seule ligne les sons d’un même enregistrement.</translation>
    </message>
    <message>
        <source>What is written into files, and where if not everywhere, as FIELD = PLACE/KEY PLACE/KEY.</source>
        <translation>Ce qui est écrit dans les fichiers, et où si ce n’est pas partout, sous la forme CHAMP = LIEU/CLÉ LIEU/CLÉ.</translation>
    </message>
    <message>
        <source>Which tags the window writes into files: accepted by a person, or also automatic ones: strong, likely.</source>
        <translation>Quelles étiquettes la fenêtre écrit dans les fichiers&#xa0;: acceptées par une personne (accepted), ou aussi des automatiques&#xa0;: fortes (strong), probables (likely).</translation>
    </message>
    <message>
        <source>What the window does with what stands in files: add to it, keep it, or replace it.</source>
        <translation>Ce que la fenêtre fait de ce qui est dans les fichiers&#xa0;: compléter (add), garder (keep) ou remplacer (replace).</translation>
    </message>
    <message>
        <source>Files that the window writes into keep their times.</source>
        <translation>Les fichiers dans lesquels la fenêtre écrit gardent leurs dates.</translation>
    </message>
    <message>
        <source>Who made the sounds: the CreatorID of files that the window renames.</source>
        <translation>Qui a fait les sons&#xa0;: le CreatorID des fichiers que la fenêtre renomme.</translation>
    </message>
    <message>
        <source>What the sounds were made for: the SourceID of files that the window renames.</source>
        <translation>Ce pour quoi les sons ont été faits&#xa0;: le SourceID des fichiers que la fenêtre renomme.</translation>
    </message>
    <message>
        <source>The program that opens sounds for editing; empty for the system&apos;s own.</source>
        <translation>Le programme qui ouvre les sons pour les modifier&#xa0;; vide pour celui du système.</translation>
    </message>
    <message>
        <source>The device that sounds are played on; empty for the system&apos;s default.</source>
        <translation>Le périphérique de lecture&#xa0;; vide pour celui du système.</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>Dans la liste</translation>
    </message>
    <message>
        <source>Next or previous sound</source>
        <translation>Son suivant ou précédent</translation>
    </message>
    <message>
        <source>Down, Up</source>
        <translation>Bas, Haut</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>En sélectionner plusieurs</translation>
    </message>
    <message>
        <source>Shift or Ctrl with the arrow keys</source>
        <translation>Maj ou Ctrl avec les flèches</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>ShownVocabulary</name>
    <message>
        <source>new tag</source>
        <translation>nouvelle étiquette</translation>
    </message>
    <message>
        <source>Trained for another embedder ({embedder}): its tags apply to nothing. Train it again.</source>
        <translation>Entraîné pour un autre réseau ({embedder})&#xa0;: ses étiquettes ne s’appliquent à rien. Entraînez-le de nouveau.</translation>
    </message>
</context>
<context>
    <name>SidecarExport</name>
    <message>
        <source>Looking at what would be written beside your sounds...</source>
        <translation>Recherche de ce qui serait écrit à côté de vos sons...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln small file(s) are to be written beside your sounds, as name.wav.json.</source>
        <translation>
            <numerusform>%Ln petit fichier doit être écrit à côté de vos sons, comme name.wav.json.</numerusform>
            <numerusform>%Ln petits fichiers doivent être écrits à côté de vos sons, comme name.wav.json.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write them</source>
        <translation>Les écrire</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>Les laisser tels quels</translation>
    </message>
    <message>
        <source>Replace those, too</source>
        <translation>Remplacer aussi ceux-là</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>Les remplacer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) there say something that is not in your library, perhaps somebody else&apos;s words; import the sidecars of that folder first to keep it:</source>
        <translation>
            <numerusform>%Ln fichier y dit quelque chose qui n’est pas dans la bibliothèque, peut-être les mots de quelqu’un d’autre&#xa0;; pour le garder, importez d’abord les fichiers annexes de ce dossier&#xa0;:</numerusform>
            <numerusform>%Ln fichiers y disent quelque chose qui n’est pas dans la bibliothèque, peut-être les mots de quelqu’un d’autre&#xa0;; pour le garder, importez d’abord les fichiers annexes de ce dossier&#xa0;:</numerusform>
        </translation>
    </message>
    <message>
        <source>All that was said stands beside your sounds already.</source>
        <translation>Tout ce qui a été dit est déjà à côté de vos sons.</translation>
    </message>
    <message>
        <source>Nothing was said of these sounds yet: no tag was accepted, rejected or added, and nothing noted.</source>
        <translation>Rien n’a encore été dit de ces sons&#xa0;: aucune étiquette n’a été acceptée, rejetée ou ajoutée, et rien n’a été noté.</translation>
    </message>
    <message>
        <source>Writing sidecars...</source>
        <translation>Écriture des fichiers annexes...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) written.</source>
        <translation>
            <numerusform>%Ln fichier annexe écrit.</numerusform>
            <numerusform>%Ln fichiers annexes écrits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay as they are:</source>
        <translation>
            <numerusform>%Ln fichier reste tel quel&#xa0;:</numerusform>
            <numerusform>%Ln fichiers restent tels quels&#xa0;:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlotTree</name>
    <message>
        <source>Fields that are written, and where</source>
        <translation>Champs écrits, et où</translation>
    </message>
</context>
<context>
    <name>SoundDisplay</name>
    <message>
        <source>Loading the waveform...</source>
        <translation>Chargement de la forme d’onde...</translation>
    </message>
    <message>
        <source>Waveform of {name}</source>
        <translation>Forme d’onde de {name}</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forme d’onde</translation>
    </message>
</context>
<context>
    <name>SoundTable</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forme d’onde</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Échantillonnage</translation>
    </message>
    <message>
        <source>Number of tags</source>
        <translation>Nombre d’étiquettes</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>BPM</source>
        <translation>BPM</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tonalité</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Sonie</translation>
    </message>
    <message>
        <source>True peak</source>
        <translation>Crête vraie</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>non écouté</translation>
    </message>
    <message numerus="yes">
        <source>+%Ln copies</source>
        <translation>
            <numerusform>+%Ln copie</numerusform>
            <numerusform>+%Ln copies</numerusform>
        </translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fort</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Faible</translation>
    </message>
    <message>
        <source>Best from {start} to {end}</source>
        <translation>Au mieux de {start} à {end}</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>Pas encore mesuré</translation>
    </message>
    <message>
        <source>This could not be told for certain.</source>
        <translation>Cela n’a pas pu être établi avec certitude.</translation>
    </message>
    <message>
        <source>Warnings: {names}</source>
        <translation>Avertissements&#xa0;: {names}</translation>
    </message>
    <message>
        <source>{tag} (automatic)</source>
        <translation>{tag} (automatique)</translation>
    </message>
    <message>
        <source>{tag} (accepted)</source>
        <translation>{tag} (acceptée)</translation>
    </message>
    <message>
        <source>{tag} (added by you)</source>
        <translation>{tag} (ajoutée par vous)</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favori</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation>Sans note</translation>
    </message>
    <message>
        <source>No waveform yet</source>
        <translation>Pas encore de forme d’onde</translation>
    </message>
    <message>
        <source>Waveform, {}</source>
        <translation>Forme d’onde, {}</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stéréo</translation>
    </message>
    <message>
        <source>The file is missing. It comes back by itself when the file does.</source>
        <translation>Le fichier manque. Le son reviendra de lui-même avec lui.</translation>
    </message>
    <message>
        <source>The folder of this sound cannot be reached. Is its drive plugged in?</source>
        <translation>Le dossier de ce son est inaccessible. Son disque est-il branché&#xa0;?</translation>
    </message>
</context>
<context>
    <name>SoundTableModel</name>
    <message>
        <source>Score {score}</source>
        <translation>Score {score}</translation>
    </message>
</context>
<context>
    <name>SoundView</name>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>Select all sounds</source>
        <translation>Sélectionner tous les sons</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeedSlider</name>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Speed {speed}×, {semitones} semitones; double-click for 1×</source>
        <translation>Vitesse {speed}×, {semitones} demi-tons&#xa0;; double-clic pour 1×</translation>
    </message>
</context>
<context>
    <name>TagBrowser</name>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Edit the vocabularies</source>
        <translation>Modifier les vocabulaires</translation>
    </message>
    <message>
        <source>A click asks for the tag, one more for several at once; with Ctrl, for one or the other.</source>
        <translation>Un clic demande l’étiquette, un autre en demande plusieurs à la fois&#xa0;; avec Ctrl, l’une ou l’autre.</translation>
    </message>
    <message>
        <source>Review this tag...</source>
        <translation>Revoir cette étiquette...</translation>
    </message>
</context>
<context>
    <name>TagEffectPanel</name>
    <message>
        <source>Sounds that would gain the tag</source>
        <translation>Sons qui recevraient l’étiquette</translation>
    </message>
    <message>
        <source>While you change the tag, the sounds that gain it appear here. Arrow keys and Space play them.</source>
        <translation>Pendant que vous modifiez l’étiquette, les sons qui la reçoivent apparaissent ici. Les flèches et Espace les lisent.</translation>
    </message>
    <message>
        <source>Sounds that would lose the tag</source>
        <translation>Sons qui perdraient l’étiquette</translation>
    </message>
    <message>
        <source>Those that lose it appear here.</source>
        <translation>Ceux qui la perdent apparaissent ici.</translation>
    </message>
    <message>
        <source>The prompts of “{tag}” in “{vocabulary}” mean nearly the same.</source>
        <translation>Les invites de «&#xa0;{tag}&#xa0;» dans «&#xa0;{vocabulary}&#xa0;» veulent dire presque la même chose.</translation>
    </message>
    <message>
        <source>“{tag}” in “{vocabulary}” is called “{name}” too.</source>
        <translation>«&#xa0;{tag}&#xa0;» dans «&#xa0;{vocabulary}&#xa0;» s’appelle aussi «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>+{gained} −{lost}</source>
        <translation>+{gained} −{lost}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) would have this tag if its vocabulary were used</source>
        <translation>
            <numerusform>%Ln son aurait cette étiquette si son vocabulaire était utilisé</numerusform>
            <numerusform>%Ln sons auraient cette étiquette si son vocabulaire était utilisé</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) would have this tag</source>
        <translation>
            <numerusform>%Ln son aurait cette étiquette</numerusform>
            <numerusform>%Ln sons auraient cette étiquette</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) have this tag</source>
        <translation>
            <numerusform>%Ln son a cette étiquette</numerusform>
            <numerusform>%Ln sons ont cette étiquette</numerusform>
        </translation>
    </message>
    <message>
        <source>Sounds that gain and lose the tag</source>
        <translation>Sons qui reçoivent et perdent l’étiquette</translation>
    </message>
    <message>
        <source>Would gain it</source>
        <translation>La recevraient</translation>
    </message>
    <message>
        <source>Would lose it</source>
        <translation>La perdraient</translation>
    </message>
    <message>
        <source>Go &amp;to it</source>
        <translation>&amp;Y aller</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag...</source>
        <translation>Ajouter une étiquette...</translation>
    </message>
    <message>
        <source>Add a tag to the selected sounds</source>
        <translation>Ajouter une étiquette aux sons sélectionnés</translation>
    </message>
</context>
<context>
    <name>TagFigures</name>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Jugés</translation>
    </message>
    <message>
        <source>Sounds that you judged.</source>
        <translation>Sons que vous avez jugés.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptés</translation>
    </message>
    <message>
        <source>How many of them have the tag.</source>
        <translation>Combien d’entre eux ont l’étiquette.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Of the judged sounds that get the tag, so many have it by your word.</source>
        <translation>Parmi les sons jugés qui reçoivent l’étiquette, la part qui l’a selon vous.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappel</translation>
    </message>
    <message>
        <source>Of the sounds that have the tag by your word, so many get it.</source>
        <translation>Parmi les sons qui ont l’étiquette selon vous, la part qui la reçoit.</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>Average precision: how near to the top the right ones stand; 1 is perfect.</source>
        <translation>Précision moyenne&#xa0;: combien les bons sont haut&#xa0;; 1 est parfait.</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>By how much learning raised the average precision; empty where a tag does not learn.</source>
        <translation>De combien l’apprentissage a relevé la précision moyenne&#xa0;; vide là où une étiquette n’apprend pas.</translation>
    </message>
    <message>
        <source>as trained: {share}</source>
        <translation>telle qu’entraînée&#xa0;: {share}</translation>
    </message>
    <message>
        <source>by the prompts alone: {share}</source>
        <translation>par les seules invites&#xa0;: {share}</translation>
    </message>
</context>
<context>
    <name>TagForm</name>
    <message>
        <source>Name of the tag</source>
        <translation>Nom de l’étiquette</translation>
    </message>
    <message>
        <source>Colour of the tag</source>
        <translation>Couleur de l’étiquette</translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation>Choisir une couleur</translation>
    </message>
    <message>
        <source>UCS CatID</source>
        <translation>CatID UCS</translation>
    </message>
    <message>
        <source>Hint on the language of the prompts</source>
        <translation>Indication sur la langue des invites</translation>
    </message>
    <message>
        <source>Learns from &amp;your decisions</source>
        <translation>Apprend de vos c&amp;hoix</translation>
    </message>
    <message>
        <source>Off: the tag stays what its words make of it, whatever you accept or reject.</source>
        <translation>Désactivé&#xa0;: l’étiquette reste ce que ses mots font d’elle, quoi que vous acceptiez ou rejetiez.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Threshold as a number</source>
        <translation>Seuil en chiffres</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;m</translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation>In&amp;vites</translation>
    </message>
    <message>
        <source>What such a sound is called; one a line</source>
        <translation>Comment on appelle un tel son&#xa0;; un par ligne</translation>
    </message>
    <message>
        <source>N&amp;ot this</source>
        <translation>&amp;Pas ceci</translation>
    </message>
    <message>
        <source>What it is easily taken for; one a line</source>
        <translation>Ce avec quoi on le confond&#xa0;; un par ligne</translation>
    </message>
    <message>
        <source>Other &amp;words</source>
        <translation>A&amp;utres mots</translation>
    </message>
    <message>
        <source>By which it can be searched too; one a line</source>
        <translation>Par quoi on peut aussi le chercher&#xa0;; un par ligne</translation>
    </message>
    <message>
        <source>Applies &amp;from</source>
        <translation>&amp;Dès</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Groupe</translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation>C&amp;ouleur</translation>
    </message>
    <message>
        <source>U&amp;CS CatID</source>
        <translation>&amp;CatID UCS</translation>
    </message>
    <message>
        <source>For example {example}</source>
        <translation>Par exemple {example}</translation>
    </message>
    <message>
        <source>Labelled sounds taught this tag what it listens for; its prompts are not used.</source>
        <translation>Des sons avec des libellés ont appris à cette étiquette ce qu’elle écoute&#xa0;; ses invites ne servent pas.</translation>
    </message>
    <message>
        <source>The network understands English: “{prompt}” may say nothing to it. The name can stay.</source>
        <translation>Le réseau comprend l’anglais&#xa0;: «&#xa0;{prompt}&#xa0;» ne lui dit peut-être rien. Le nom peut rester.</translation>
    </message>
</context>
<context>
    <name>TagListModel</name>
    <message numerus="yes">
        <source>{tag}, %Ln sound(s)</source>
        <translation>
            <numerusform>{tag}, %Ln son</numerusform>
            <numerusform>{tag}, %Ln sons</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the sounds with the tag “{tag}”</source>
        <translation>Montrer les sons avec l’étiquette «&#xa0;{tag}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln son</numerusform>
            <numerusform>%Ln sons</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a sound to see its tags.</source>
        <translation>Sélectionnez un son pour voir ses étiquettes.</translation>
    </message>
    <message>
        <source>No tags yet: press T, or type a tag above.</source>
        <translation>Pas encore d’étiquette&#xa0;: appuyez sur T, ou tapez-en une ci-dessus.</translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Take back what was said about {name}</source>
        <translation>Reprendre l’avis sur {name}</translation>
    </message>
    <message>
        <source>Accept {name}</source>
        <translation>Accepter {name}</translation>
    </message>
    <message>
        <source>Reject {name}</source>
        <translation>Refuser {name}</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>ajoutée par vous</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>avis repris</translation>
    </message>
    <message>
        <source>{count} of {sounds}</source>
        <translation>{count} sur {sounds}</translation>
    </message>
    <message>
        <source>Score {score} ({band}); the tag applies from {threshold} on.</source>
        <translation>Score {score} ({band})&#xa0;; l’étiquette s’applique dès {threshold}.</translation>
    </message>
    <message numerus="yes">
        <source>Learned from %Ln of your decision(s).</source>
        <translation>
            <numerusform>A appris de %Ln de vos choix.</numerusform>
            <numerusform>A appris de %Ln de vos choix.</numerusform>
        </translation>
    </message>
    <message>
        <source>strong</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>faible</translation>
    </message>
    <message>
        <source>The network gave this tag.</source>
        <translation>Le réseau a donné cette étiquette.</translation>
    </message>
    <message>
        <source>The network gave this tag, and you accepted it.</source>
        <translation>Le réseau a donné cette étiquette, et vous l’avez acceptée.</translation>
    </message>
    <message>
        <source>You added this tag.</source>
        <translation>Vous avez ajouté cette étiquette.</translation>
    </message>
    <message>
        <source>You rejected this tag.</source>
        <translation>Vous avez refusé cette étiquette.</translation>
    </message>
    <message>
        <source>This tag is gone since you took your word back.</source>
        <translation>Cette étiquette est partie depuis que vous avez repris votre avis.</translation>
    </message>
    <message>
        <source>added by you: {count}</source>
        <translation>ajoutée par vous&#xa0;: {count}</translation>
    </message>
    <message>
        <source>accepted: {count}</source>
        <translation>acceptée&#xa0;: {count}</translation>
    </message>
    <message>
        <source>automatic: {count}</source>
        <translation>automatique&#xa0;: {count}</translation>
    </message>
    <message>
        <source>rejected: {count}</source>
        <translation>refusée&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>TagTable</name>
    <message>
        <source>Search tags, prompts, groups</source>
        <translation>Chercher étiquettes, invites, groupes</translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation>Chercher des étiquettes</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Vider la recherche</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>TagTableModel</name>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Invites</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dès</translation>
    </message>
</context>
<context>
    <name>TagWordings</name>
    <message>
        <source>Wordings of the tags</source>
        <translation>Formulations des étiquettes</translation>
    </message>
    <message>
        <source>The tag as</source>
        <translation>L’étiquette comme</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Mean average precision over all tags.</source>
        <translation>Mean average precision sur toutes les étiquettes.</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Decisions of yours that the tags come to.</source>
        <translation>Vos avis auxquels les étiquettes arrivent aussi.</translation>
    </message>
    <message>
        <source>Against the best</source>
        <translation>Face à la meilleure</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>la meilleure</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message numerus="yes">
        <source>Take back what was said about “{name}” on %Ln sound(s)</source>
        <translation>
            <numerusform>Reprendre l’avis sur «&#xa0;{name}&#xa0;» pour %Ln son</numerusform>
            <numerusform>Reprendre l’avis sur «&#xa0;{name}&#xa0;» pour %Ln sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject “{name}” on %Ln sound(s)</source>
        <translation>
            <numerusform>Refuser «&#xa0;{name}&#xa0;» pour %Ln son</numerusform>
            <numerusform>Refuser «&#xa0;{name}&#xa0;» pour %Ln sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept “{name}” on %Ln sound(s)</source>
        <translation>
            <numerusform>Accepter «&#xa0;{name}&#xa0;» pour %Ln son</numerusform>
            <numerusform>Accepter «&#xa0;{name}&#xa0;» pour %Ln sons</numerusform>
        </translation>
    </message>
    <message>
        <source>My tags</source>
        <translation>Mes étiquettes</translation>
    </message>
    <message>
        <source>There is no tag “{name}” yet. Make it in your vocabulary “{own}”? Earmark will listen for the words “{name}”; the vocabulary editor has room for better ones.</source>
        <translation>Il n’y a pas encore d’étiquette «&#xa0;{name}&#xa0;». La créer dans votre vocabulaire «&#xa0;{own}&#xa0;»&#xa0;? Earmark guettera les mots «&#xa0;{name}&#xa0;»&#xa0;; l’éditeur de vocabulaires permet d’en donner de meilleurs.</translation>
    </message>
    <message>
        <source>Make the tag</source>
        <translation>Créer l’étiquette</translation>
    </message>
    <message numerus="yes">
        <source>Add the new tag “{name}” to %Ln sound(s)</source>
        <translation>
            <numerusform>Ajouter la nouvelle étiquette «&#xa0;{name}&#xa0;» à %Ln son</numerusform>
            <numerusform>Ajouter la nouvelle étiquette «&#xa0;{name}&#xa0;» à %Ln sons</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these sounds has been listened to yet: tag them when they have been.</source>
        <translation>Aucun de ces sons n’a encore été écouté&#xa0;: étiquetez-les quand ils l’auront été.</translation>
    </message>
    <message>
        <source>this tag is no longer in it: choose another tag to review.</source>
        <translation>cette étiquette n’y est plus&#xa0;: choisissez-en une autre à revoir.</translation>
    </message>
</context>
<context>
    <name>TaggingActions</name>
    <message>
        <source>Tagging</source>
        <translation>Étiquetage</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Vocabularies...</source>
        <translation>Vocabulaires...</translation>
    </message>
    <message>
        <source>Tags of the selection</source>
        <translation>Étiquettes de la sélection</translation>
    </message>
    <message>
        <source>Review a tag...</source>
        <translation>Revoir une étiquette...</translation>
    </message>
    <message>
        <source>Evaluate on your sounds...</source>
        <translation>Évaluer sur vos sons...</translation>
    </message>
    <message>
        <source>Add a tag...</source>
        <translation>Ajouter une étiquette...</translation>
    </message>
    <message>
        <source>Say the next word on tag {number}</source>
        <translation>Avis suivant sur l’étiquette {number}</translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation>Annuler&#xa0;: {step}</translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation>Rétablir&#xa0;: {step}</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Progress of the taking back</source>
        <translation>Progression du rétablissement</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take back %Ln file(s)</source>
        <translation>
            <numerusform>Ré&amp;tablir %Ln fichier</numerusform>
            <numerusform>Ré&amp;tablir %Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>This could not be done; the log says more.</source>
        <translation>Cela n’a pas été possible&#xa0;; le journal en dit plus.</translation>
    </message>
</context>
<context>
    <name>TakeBackWritingDialog</name>
    <message>
        <source>&amp;Forget…</source>
        <translation>&amp;Oublier…</translation>
    </message>
    <message>
        <source>Give up what these files said before they were written</source>
        <translation>Renoncer à ce que disaient ces fichiers avant d’être écrits</translation>
    </message>
    <message>
        <source>{file} (now {name})</source>
        <translation>{file} (maintenant {name})</translation>
    </message>
</context>
<context>
    <name>TellingWhy</name>
    <message>
        <source>Nothing was searched for, so all sounds are listed.</source>
        <translation>Rien n’a été cherché, donc tous les sons sont là.</translation>
    </message>
</context>
<context>
    <name>VerdictResults</name>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>How each tag fares, with what it learned; tips say how it fares without that.</source>
        <translation>Ce que vaut chaque étiquette, avec ce qu’elle a appris&#xa0;; les bulles disent ce qu’elle vaut sans cela.</translation>
    </message>
    <message>
        <source>Most wrong</source>
        <translation>Pires erreurs</translation>
    </message>
    <message>
        <source>Where a tag contradicts you most surely. Arrow keys and Space play the sounds: who is right?</source>
        <translation>Là où une étiquette vous contredit avec le plus d’assurance. Les flèches et Espace jouent les sons&#xa0;: qui a raison&#xa0;?</translation>
    </message>
    <message>
        <source>Mix-ups</source>
        <translation>Confusions</translation>
    </message>
    <message>
        <source>Tags that are put on sounds of which you said that they are something else.</source>
        <translation>Étiquettes mises sur des sons dont vous avez dit qu’ils sont autre chose.</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Ce qui est appris</translation>
    </message>
    <message>
        <source>Each tag is learned anew without a part of your decisions and tried on that part, in turn.</source>
        <translation>Chaque étiquette est réapprise sans une partie de vos avis et essayée sur cette partie, à tour de rôle.</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Formulation</translation>
    </message>
    <message>
        <source>The same tags put into words in several ways, on the same decisions, without learning.</source>
        <translation>Les mêmes étiquettes mises en mots de plusieurs façons, sur les mêmes avis, sans apprentissage.</translation>
    </message>
</context>
<context>
    <name>ViewTools</name>
    <message>
        <source>Spectrogram</source>
        <translation>Spectrogramme</translation>
    </message>
    <message>
        <source>All channels in one lane</source>
        <translation>Tous les canaux sur une piste</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Show all of the sound</source>
        <translation>Montrer tout le son</translation>
    </message>
</context>
<context>
    <name>VocabularyEditor</name>
    <message>
        <source>Vocabularies</source>
        <translation>Vocabulaires</translation>
    </message>
    <message>
        <source>New vocabulary</source>
        <translation>Nouveau vocabulaire</translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation>{name} copie</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>Exporté vers {path}.</translation>
    </message>
    <message>
        <source>There are unsaved changes.</source>
        <translation>Il y a des modifications non enregistrées.</translation>
    </message>
    <message>
        <source>Comes with Earmark. Saving a change makes a copy of your own, which is used in its place.</source>
        <translation>Fourni avec Earmark. Enregistrer une modification crée votre propre copie, utilisée à sa place.</translation>
    </message>
    <message>
        <source>Save the changes to {names}?</source>
        <translation>Enregistrer les modifications de {names}&#xa0;?</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>Fermer sans enregistrer</translation>
    </message>
    <message>
        <source>Saved. The library is being tagged anew.</source>
        <translation>Enregistré. La bibliothèque est réétiquetée.</translation>
    </message>
</context>
<context>
    <name>VocabularyExchange</name>
    <message>
        <source>Import a vocabulary</source>
        <translation>Importer un vocabulaire</translation>
    </message>
    <message>
        <source>There already is a vocabulary “{name}” with this id. Replace it?</source>
        <translation>Il y a déjà un vocabulaire «&#xa0;{name}&#xa0;» avec cet identifiant. Le remplacer&#xa0;?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Export this vocabulary</source>
        <translation>Exporter ce vocabulaire</translation>
    </message>
    <message>
        <source>Remove “{name}”? Its tags go from all sounds; what you said about them is kept.</source>
        <translation>Retirer «&#xa0;{name}&#xa0;»&#xa0;? Ses étiquettes quittent tous les sons&#xa0;; vos avis sont gardés.</translation>
    </message>
    <message>
        <source>Remove your copy of “{name}”? The one that comes with Earmark takes its place again.</source>
        <translation>Retirer votre copie de «&#xa0;{name}&#xa0;»&#xa0;? Celui fourni avec Earmark reprend sa place.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Vocabularies (*.toml)</source>
        <translation>Vocabulaires (*.toml)</translation>
    </message>
</context>
<context>
    <name>VocabularyFrame</name>
    <message>
        <source>Name of the vocabulary</source>
        <translation>Nom du vocabulaire</translation>
    </message>
    <message>
        <source>Description of the vocabulary</source>
        <translation>Description du vocabulaire</translation>
    </message>
    <message>
        <source>What this vocabulary is for</source>
        <translation>À quoi sert ce vocabulaire</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>New vocabulary</source>
        <translation>Nouveau vocabulaire</translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation>Dup&amp;liquer</translation>
    </message>
    <message>
        <source>Duplicate this vocabulary</source>
        <translation>Dupliquer ce vocabulaire</translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation>&amp;Importer...</translation>
    </message>
    <message>
        <source>Import a vocabulary from a file</source>
        <translation>Importer un vocabulaire depuis un fichier</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>E&amp;xporter...</translation>
    </message>
    <message>
        <source>Export this vocabulary to a file</source>
        <translation>Exporter ce vocabulaire dans un fichier</translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation>&amp;Retirer...</translation>
    </message>
    <message>
        <source>Remove this vocabulary of your own</source>
        <translation>Retirer ce vocabulaire personnel</translation>
    </message>
    <message>
        <source>&amp;Add tag</source>
        <translation>&amp;Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Add a tag to this vocabulary</source>
        <translation>Ajouter une étiquette à ce vocabulaire</translation>
    </message>
    <message>
        <source>&amp;Delete tag</source>
        <translation>&amp;Supprimer l’étiquette</translation>
    </message>
    <message>
        <source>Delete the chosen tag</source>
        <translation>Supprimer l’étiquette choisie</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>Ré&amp;tablir</translation>
    </message>
    <message>
        <source>Forget the unsaved changes</source>
        <translation>Oublier les modifications non enregistrées</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Save, and tag the whole library anew</source>
        <translation>Enregistrer, et réétiqueter toute la bibliothèque</translation>
    </message>
</context>
<context>
    <name>VocabularyKeeper</name>
    <message>
        <source>Import vocabulary “{}”</source>
        <translation>Importer le vocabulaire «&#xa0;{}&#xa0;»</translation>
    </message>
    <message>
        <source>Remove vocabulary “{}”</source>
        <translation>Retirer le vocabulaire «&#xa0;{}&#xa0;»</translation>
    </message>
    <message>
        <source>New vocabulary “{}”</source>
        <translation>Nouveau vocabulaire «&#xa0;{}&#xa0;»</translation>
    </message>
    <message>
        <source>Change vocabulary “{}”</source>
        <translation>Modifier le vocabulaire «&#xa0;{}&#xa0;»</translation>
    </message>
    <message>
        <source>Delete tag “{}”</source>
        <translation>Supprimer l’étiquette «&#xa0;{}&#xa0;»</translation>
    </message>
    <message>
        <source>New tag “{}”</source>
        <translation>Nouvelle étiquette «&#xa0;{}&#xa0;»</translation>
    </message>
    <message>
        <source>Change tag “{}”</source>
        <translation>Modifier l’étiquette «&#xa0;{}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>VocabularyList</name>
    <message>
        <source>Vocabularies</source>
        <translation>Vocabulaires</translation>
    </message>
    <message>
        <source>{name} (changed)</source>
        <translation>{name} (modifié)</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln étiquette</numerusform>
            <numerusform>%Ln étiquettes</numerusform>
        </translation>
    </message>
    <message>
        <source>{tags}, comes with Earmark</source>
        <translation>{tags}, fourni avec Earmark</translation>
    </message>
    <message>
        <source>{tags}, your copy</source>
        <translation>{tags}, votre copie</translation>
    </message>
    <message>
        <source>{tags}, your own</source>
        <translation>{tags}, le vôtre</translation>
    </message>
</context>
<context>
    <name>WarningMark</name>
    <message>
        <source>Click to list all sounds with this warning.</source>
        <translation>Cliquez pour montrer tous les sons avec cet avertissement.</translation>
    </message>
    <message>
        <source>Warning: {name}</source>
        <translation>Avertissement&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>WaveformKeys</name>
    <message>
        <source>At {position} of {length}.</source>
        <translation>À {position} sur {length}.</translation>
    </message>
    <message>
        <source>Region from {start} to {end}, {length} long.</source>
        <translation>Région de {start} à {end}, durée {length}.</translation>
    </message>
    <message>
        <source>Left and right move the playhead, with Shift they choose a region as [ and ] do; + - and 0 zoom.</source>
        <translation>Gauche et droite déplacent la tête de lecture, avec Maj elles choisissent une région comme [ et ]&#xa0;; + - et 0 zooment.</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>The search fits best from {start} to {end}.</source>
        <translation>C’est de {start} à {end} que la recherche convient le mieux.</translation>
    </message>
    <message>
        <source>Double-click makes it the region; drag it out with Alt held.</source>
        <translation>Un double-clic en fait la région&#xa0;; avec Alt, faites-le glisser hors de la fenêtre.</translation>
    </message>
    <message>
        <source>Drag the region out as a sound of its own</source>
        <translation>Glisser la région hors d’ici comme un son à part</translation>
    </message>
    <message>
        <source>Drag the moment out as a sound of its own</source>
        <translation>Faire glisser le passage comme un son à part</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forme d’onde</translation>
    </message>
    <message>
        <source>Computing the spectrogram...</source>
        <translation>Calcul du spectrogramme...</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>“{text}”: {standing}</source>
        <translation>«&#xa0;{text}&#xa0;»&#xa0;: {standing}</translation>
    </message>
    <message>
        <source>      {text}: {standing}</source>
        <comment>one word of several</comment>
        <translation>      {text}&#xa0;: {standing}</translation>
    </message>
    <message>
        <source>Away from “{text}”: {standing}</source>
        <translation>Loin de «&#xa0;{text}&#xa0;»&#xa0;: {standing}</translation>
    </message>
    <message>
        <source>Like {text}: {standing}</source>
        <translation>Comme {text}&#xa0;: {standing}</translation>
    </message>
    <message>
        <source>Tag {text}, by its prompt “{prompt}”: {standing}</source>
        <translation>Étiquette {text}, par son invite «&#xa0;{prompt}&#xa0;»&#xa0;: {standing}</translation>
    </message>
    <message>
        <source>Tag {text}, by the sounds that trained it: {standing}</source>
        <translation>Étiquette {text}, par les sons qui l’ont entraînée&#xa0;: {standing}</translation>
    </message>
    <message>
        <source>Tag {text}: you said so</source>
        <translation>Étiquette {text}&#xa0;: c’est votre avis</translation>
    </message>
    <message>
        <source>The file&apos;s name has “{text}” in it</source>
        <translation>Le nom du fichier contient «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>{standing}; best at {start} to {end}</source>
        <translation>{standing}&#xa0;; au mieux de {start} à {end}</translation>
    </message>
    <message>
        <source>means nothing to the network</source>
        <translation>ne dit rien au réseau</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>faible</translation>
    </message>
    <message>
        <source>{band}, {spreads} spreads from what is usual for sounds at large</source>
        <translation>{band}, à {spreads} écarts-types de l’habituel des sons en général</translation>
    </message>
    <message>
        <source>{band}, {spreads} spreads from this library&apos;s usual</source>
        <translation>{band}, à {spreads} écarts-types de l’habituel de cette bibliothèque</translation>
    </message>
</context>
<context>
    <name>WordingTable</name>
    <message>
        <source>Wordings of the labels</source>
        <translation>Formulations des libellés</translation>
    </message>
    <message>
        <source>The label as</source>
        <translation>Le libellé comme</translation>
    </message>
    <message>
        <source>Scored</source>
        <translation>Noté</translation>
    </message>
    <message>
        <source>As tags: measured against what the label scores with sounds at large, as everywhere in the window. As in publications: by the bare dot product.</source>
        <translation>Comme les étiquettes&#xa0;: par rapport à ce que le libellé obtient sur des sons quelconques, comme partout dans la fenêtre. Comme dans les publications&#xa0;: par le simple produit scalaire.</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Justes</translation>
    </message>
    <message>
        <source>Sounds that got the right label first.</source>
        <translation>Sons qui ont reçu d’abord le bon libellé.</translation>
    </message>
    <message>
        <source>mAP</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Mean average precision: over all labels, how near to the top their sounds stand.</source>
        <translation>Mean average precision&#xa0;: combien les sons sont haut, en moyenne sur tous les libellés.</translation>
    </message>
    <message>
        <source>Against the best</source>
        <translation>Face à la meilleure</translation>
    </message>
    <message>
        <source>Whether so large a difference may be chance (McNemar&apos;s test on the same sounds).</source>
        <translation>Si une différence aussi grande peut être un hasard (test de McNemar sur les mêmes sons).</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>la meilleure</translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>less than a minute left</source>
        <translation>moins d’une minute</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>encore {minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>encore {hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>WorseRecordings</name>
    <message>
        <source>Try worse recordings</source>
        <translation>Essayer dégradés</translation>
    </message>
    <message>
        <source>Each sound is heard again in a dozen worse versions, which takes a while.</source>
        <translation>Chaque son est réécouté en une douzaine de versions dégradées, ce qui prend du temps.</translation>
    </message>
    <message>
        <source>Each sound is heard again in a dozen worse versions: that takes {duration}.</source>
        <translation>Chaque son est réécouté en une douzaine de versions dégradées, ce qui prend {duration}.</translation>
    </message>
</context>
<context>
    <name>WorseTable</name>
    <message>
        <source>Worse recordings</source>
        <translation>Enregistrements dégradés</translation>
    </message>
    <message>
        <source>The sounds</source>
        <translation>Les sons</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Justes</translation>
    </message>
    <message>
        <source>Sounds that got the right label first.</source>
        <translation>Sons qui ont reçu d’abord le bon libellé.</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Perte</translation>
    </message>
    <message>
        <source>Against the same sounds as they are.</source>
        <translation>Par rapport aux mêmes sons tels quels.</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certitude</translation>
    </message>
    <message>
        <source>Whether a loss as large as this may be chance.</source>
        <translation>Si une perte aussi grande peut être un hasard.</translation>
    </message>
</context>
<context>
    <name>WriteTagsDialog</name>
    <message>
        <source>Write tags to files</source>
        <translation>Écrire les étiquettes dans les fichiers</translation>
    </message>
    <message>
        <source>Progress of the writing</source>
        <translation>Progression de l’écriture</translation>
    </message>
    <message>
        <source>&amp;Undo this writing</source>
        <translation>Ann&amp;uler cette écriture</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Ce qui changerait</translation>
    </message>
    <message>
        <source>Tags go into the files themselves, where other programs find them. Nothing is written before you press “Write”.</source>
        <translation>Les étiquettes vont dans les fichiers mêmes, où d’autres programmes les trouvent. Rien n’est écrit avant que vous n’appuyiez sur «&#xa0;Écrire&#xa0;».</translation>
    </message>
    <message>
        <source>Each file is then replaced by a copy of which is proved that its sound is the same; the whole run can be taken back.</source>
        <translation>Chaque fichier est alors remplacé par une copie dont il est prouvé que le son est le même&#xa0;; vous pouvez revenir sur toute l’opération.</translation>
    </message>
    <message>
        <source>Looking into the files: {done} of {total}</source>
        <translation>Examen des fichiers&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>No field is chosen, and so there is nothing to write.</source>
        <translation>Aucun champ n’est choisi&#xa0;: il n’y a rien à écrire.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) would change.</source>
        <translation>
            <numerusform>%Ln fichier changerait.</numerusform>
            <numerusform>%Ln fichiers changeraient.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be written: the list begins with them and says why.</source>
        <translation>
            <numerusform>%Ln fichier ne peut pas être écrit&#xa0;: la liste commence par lui et dit pourquoi.</numerusform>
            <numerusform>%Ln fichiers ne peuvent pas être écrits&#xa0;: la liste commence par eux et dit pourquoi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) say all of it already.</source>
        <translation>
            <numerusform>%Ln fichier dit déjà tout cela.</numerusform>
            <numerusform>%Ln fichiers disent déjà tout cela.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) keep another category than yours.</source>
        <translation>
            <numerusform>%Ln fichier garde une autre catégorie que la vôtre.</numerusform>
            <numerusform>%Ln fichiers gardent une autre catégorie que la vôtre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) have no such tags.</source>
        <translation>
            <numerusform>%Ln son n’a pas de telles étiquettes.</numerusform>
            <numerusform>%Ln sons n’ont pas de telles étiquettes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) are links to these files.</source>
        <translation>
            <numerusform>%Ln son est un lien vers ces fichiers.</numerusform>
            <numerusform>%Ln sons sont des liens vers ces fichiers.</numerusform>
        </translation>
    </message>
    <message>
        <source>This could not be done; the log says more.</source>
        <translation>Cela n’a pas été possible&#xa0;; le journal en dit plus.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Write into %Ln file(s)</source>
        <translation>
            <numerusform>É&amp;crire dans %Ln fichier</numerusform>
            <numerusform>É&amp;crire dans %Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>É&amp;crire</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message numerus="yes">
        <source>Forget what %Ln file(s) said before? What was written into them stays then, and can never be taken back. No file is touched.</source>
        <translation>
            <numerusform>Oublier ce que disait %Ln fichier avant&#xa0;? Ce qui y a été écrit reste alors et ne pourra plus jamais être repris. Aucun fichier n’est touché.</numerusform>
            <numerusform>Oublier ce que disaient %Ln fichiers avant&#xa0;? Ce qui y a été écrit reste alors et ne pourra plus jamais être repris. Aucun fichier n’est touché.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>What these files said before is forgotten.</source>
        <translation>Ce que ces fichiers disaient avant est oublié.</translation>
    </message>
    <message>
        <source>Nothing was written that could be taken back.</source>
        <translation>Rien n’a été écrit sur quoi revenir.</translation>
    </message>
</context>
<context>
    <name>WritingActions</name>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Write tags to files...</source>
        <translation>Écrire les étiquettes dans les fichiers...</translation>
    </message>
    <message>
        <source>Rename to UCS names...</source>
        <translation>Renommer selon l’UCS...</translation>
    </message>
    <message>
        <source>Take back the last renaming...</source>
        <translation>Annuler le dernier renommage...</translation>
    </message>
    <message>
        <source>Take back the last writing...</source>
        <translation>Annuler la dernière écriture...</translation>
    </message>
</context>
<context>
    <name>WritingForm</name>
    <message numerus="yes">
        <source>%Ln selected sound(s)</source>
        <translation>
            <numerusform>%Ln son sélectionné</numerusform>
            <numerusform>%Ln sons sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln listed sound(s)</source>
        <translation>
            <numerusform>%Ln son de la liste</numerusform>
            <numerusform>Les %Ln sons de la liste</numerusform>
        </translation>
    </message>
    <message>
        <source>Given or accepted by you</source>
        <translation>Données ou acceptées par vous</translation>
    </message>
    <message>
        <source>Also automatic ones that are strong</source>
        <translation>Aussi les automatiques fortes</translation>
    </message>
    <message>
        <source>Also automatic ones that are likely</source>
        <translation>Aussi les automatiques probables</translation>
    </message>
    <message>
        <source>Stays, and is added to</source>
        <translation>Reste, et est complété</translation>
    </message>
    <message>
        <source>Stays; only empty places are written</source>
        <translation>Reste&#xa0;; écrire là où c’est vide</translation>
    </message>
    <message>
        <source>Is replaced</source>
        <translation>Est remplacé</translation>
    </message>
    <message>
        <source>Files &amp;keep their times</source>
        <translation>&amp;Garder les dates des fichiers</translation>
    </message>
    <message>
        <source>Also files with se&amp;veral names (hard links)</source>
        <translation>Aussi les fichiers à &amp;liens physiques</translation>
    </message>
    <message>
        <source>The name that is written becomes a file of its own; under its other names the file stays as it is</source>
        <translation>Le nom qui est écrit devient un fichier à part&#xa0;; sous ses autres noms, le fichier reste tel quel</translation>
    </message>
    <message>
        <source>As at &amp;first</source>
        <translation>Comme au &amp;début</translation>
    </message>
    <message>
        <source>Files &amp;of</source>
        <translation>Fichier&amp;s de</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>É&amp;tiquettes</translation>
    </message>
    <message>
        <source>What stands t&amp;here</source>
        <translation>Ce &amp;qui s’y trouve</translation>
    </message>
    <message>
        <source>Fi&amp;elds, and where</source>
        <translation>Cha&amp;mps, et où</translation>
    </message>
</context>
<context>
    <name>WritingPlanModel</name>
    <message>
        <source>File and place</source>
        <translation>Fichier et lieu</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln texte</numerusform>
            <numerusform>%Ln textes</numerusform>
        </translation>
    </message>
    <message>
        <source>Is not written</source>
        <translation>N’est pas écrit</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Is kept</source>
        <translation>Est gardée</translation>
    </message>
    <message numerus="yes">
        <source>This name becomes a file of its own; %Ln other name(s) lead to the file as it is.</source>
        <translation>
            <numerusform>Ce nom devient un fichier à part&#xa0;; %Ln autre nom mène au fichier tel quel.</numerusform>
            <numerusform>Ce nom devient un fichier à part&#xa0;; %Ln autres noms mènent au fichier tel quel.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hard links</source>
        <translation>Liens physiques</translation>
    </message>
</context>
<context>
    <name>WritingTexts</name>
    <message>
        <source>Taking back: {done} of {total} files</source>
        <translation>Rétablissement&#xa0;: {done} fichiers sur {total}</translation>
    </message>
    <message>
        <source>Writing: {done} of {total} files</source>
        <translation>Écriture&#xa0;: {done} fichiers sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) say again what they said before.</source>
        <translation>
            <numerusform>%Ln fichier dit de nouveau ce qu’il disait avant.</numerusform>
            <numerusform>%Ln fichiers disent de nouveau ce qu’ils disaient avant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were written.</source>
        <translation>
            <numerusform>%Ln fichier a été écrit.</numerusform>
            <numerusform>%Ln fichiers ont été écrits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were left as they were: the list says why.</source>
        <translation>
            <numerusform>%Ln fichier est resté tel quel&#xa0;: la liste dit pourquoi.</numerusform>
            <numerusform>%Ln fichiers sont restés tels quels&#xa0;: la liste dit pourquoi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were not reached.</source>
        <translation>
            <numerusform>%Ln fichier n’a pas été atteint.</numerusform>
            <numerusform>%Ln fichiers n’ont pas été atteints.</numerusform>
        </translation>
    </message>
    <message>
        <source>These files were written on {when}, and are no longer there, nor under another name: there is nothing to take back.</source>
        <translation>Ces fichiers ont été écrits le {when} et ne sont plus là, ni sous un autre nom&#xa0;: il n’y a rien à reprendre.</translation>
    </message>
    <message>
        <source>What they said before is kept, for a drive that comes back, until you forget it.</source>
        <translation>Ce qu’ils disaient avant est gardé, pour un disque qui reviendrait, jusqu’à ce que vous l’oubliiez.</translation>
    </message>
    <message>
        <source>Take back the last writing</source>
        <translation>Annuler la dernière écriture</translation>
    </message>
    <message>
        <source>These files were written on {when}. They are to say again what they said before.</source>
        <translation>Ces fichiers ont été écrits le {when}. Ils doivent redire ce qu’ils disaient avant.</translation>
    </message>
    <message>
        <source>A file that somebody changed since is left as it is, and named.</source>
        <translation>Un fichier que quelqu’un a modifié depuis reste tel quel et est nommé.</translation>
    </message>
</context>
<context>
    <name>WrongSounds</name>
    <message>
        <source>Sounds that are most confidently wrong</source>
        <translation>Sons sur lesquels il se trompe avec le plus d’assurance</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Est</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>Pris pour</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>By how much the wrong label&apos;s score is above that of the right one.</source>
        <translation>De combien le score du mauvais libellé dépasse celui du bon.</translation>
    </message>
</context>
<context>
    <name>WrongTags</name>
    <message>
        <source>Sounds on which a tag contradicts you most surely</source>
        <translation>Sons sur lesquels une étiquette vous contredit avec le plus d’assurance</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>You said</source>
        <translation>Votre avis</translation>
    </message>
    <message>
        <source>The tag says</source>
        <translation>L’étiquette dit</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
</context>
<context>
    <name>_ScoredRows</name>
    <message>
        <source>{score}, rejected</source>
        <translation>{score}, refusé</translation>
    </message>
</context>
<context>
    <name>_Squares</name>
    <message>
        <source>What is taken for what</source>
        <translation>Ce qui est pris pour quoi</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Coin</translation>
    </message>
</context>
</TS>
