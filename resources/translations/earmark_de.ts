<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Earmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earmark {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag and search your own sound library in plain words, on your own machine. Nothing you hear, tag or search leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Google; the network of the bundled embedder that hears</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network of the bundled embedder that reads words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LAION; the embedders that can be downloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>categories and CatIDs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading sound files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>playing them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the icons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the typeface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your vocabularies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>{trouble} Until then the bundled embedder listens.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Filter {text}; Delete takes it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}
Click to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not {filter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <comment>between the alternatives of a filter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rating: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collection: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: {value}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipRow</name>
    <message>
        <source>like {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message numerus="yes">
        <source>Rate %Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln sound(s) favourites</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln sound(s) favourites no longer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note on %Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Rename a collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln sound(s) out of a collection</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The selected sounds are in no collection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln sound(s) into a collection</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for copies...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a program for this kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{}” could not be started: choose another editor in the preferences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is no longer there: rescan its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these sounds has been listened to yet: wait until they have been, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CollectingActions</name>
    <message>
        <source>Collecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Note...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to a collection...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of a collection...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold copies into one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CollectionPanel</name>
    <message>
        <source>Collections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop sounds here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New collection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Columns as at first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commanding</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Earmark met an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that Earmark did not expect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your audio files are untouched and what was saved is safe. You can go on; if this happens again, please report it with the text below. Nothing is sent by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Con&amp;tinue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Embedding</name>
    <message>
        <source>{name} is on this computer now, and gets ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download is stopped; another time it goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot take over, and the present network serves on: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has heard every sound: it tags and searches from now on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exclusions</name>
    <message>
        <source>Patterns left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New pattern, for example Backup or *.mp3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Searching...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingActions</name>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find similar sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this sound?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh the parts of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the present search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the earlier searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRunPage</name>
    <message>
        <source>Add a folder with sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one here, or choose it below; everything in it is included.
Earmark listens to each sound once, tags it, and finds it by your words.
All of that happens on this computer, and your files are never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demonstration sounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderPanel</name>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder to the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder has moved...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files stay where they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FolderTreeModel</name>
    <message>
        <source>All sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{folder}, %Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder}, %Ln sound(s), offline</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This folder cannot be reached. Is its drive plugged in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) are missing; they come back by themselves when their files do.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>“{step}” was not undone: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” was not done again: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Housekeeping</name>
    <message>
        <source>Drop folders here: single files are not added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder with sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is “{}” now?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HousekeepingActions</name>
    <message>
        <source>Library and window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rescan all folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Earmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndexStatus</name>
    <message>
        <source>Progress of indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the new network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the new network at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the present network</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %Ln selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show what could not be done, why, and what helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Looking through “{folder}”: %Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} gets ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {progress}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {name}: {done} of {total} MB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListeningActions</name>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slower and lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faster and higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed as recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play sounds when they are selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play on down the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play all sounds equally loud</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MixSliders</name>
    <message>
        <source>Weights of the parts of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the words with a minus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weigh the parts as usual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferLine</name>
    <message>
        <source>A larger network hears more finely, and slower. {title}: {megabytes} MB, {licence}. {good_for}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not offer this again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the download</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>“{name}” is no longer in the library; its files are untouched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the folder “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerControls</name>
    <message>
        <source>below -70 LUFS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed as recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position and length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{loudness} · {gain} dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loudness of the whole sound (ITU-R BS.1770); its highest sample is at {peak} dBFS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loudness of the whole sound (ITU-R BS.1770), and by how much it is played louder or quieter to match others; its highest sample is at {peak} dBFS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format} · clips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerPanel</name>
    <message>
        <source>Choose a sound to see and hear it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>{title}: {megabytes} MB, {licence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All but one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{} (not connected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: its folder is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not downloaded, {megabytes} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a change all sounds are listened to anew; meanwhile the present one serves. Your tags and verdicts stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of them may be busy with listening. Counts when Earmark is started next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor &amp;cores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks to download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is downloaded by itself. It takes over once it has listened to every sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and folders that fit one of these patterns are not listened to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Output device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loud&amp;ness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemListModel</name>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemPanel</name>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything could be done: there is nothing to put right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try &amp;all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files are untouched. A file is also listened to again when it changes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Listening to new sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was heard before is safe. Put this right, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The present one goes on listening. Put this right, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the file back, or rescan its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give yourself the permission to read it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it: copy it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See whether another program plays it. If none does, copy it again; else leave it out in the preferences.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionActions</name>
    <message>
        <source>Waveform and region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the region at the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the region at the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find sounds like this region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the region as a file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform or spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels in one lane or apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom into the waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out of the waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of the waveform</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionBar</name>
    <message>
        <source>Start, end and length of the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find sounds like this region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the region as a file...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the region (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} – {end}  ({length} s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegionCarrier</name>
    <message>
        <source>This sound was not listened to yet; its regions can be dragged in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The region cannot be rendered: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the region...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The region is ready: drag it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <source>This sound was not listened to yet; its regions can be saved in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the region...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The region was saved as {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file {name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the skipped one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the threshold up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the threshold down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Sounds by their score</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Review of a tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only %Ln skipped sound(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left near the line: move it, or press Escape</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{accepted} accepted, {rejected} rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>From {saved} on: %Ln sound(s) have “{name}”.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From {line} on: %Ln sound(s) would have “{name}”; from {saved} on, as now: {now}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>There is no tag to review yet: add a folder, and choose vocabularies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag that was reviewed is in no active vocabulary any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let “{name}” apply from {threshold} on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedSearchesSection</name>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ keeps the present search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the present search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreStrip</name>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe a sound...  e.g. “short metallic hit with long tail”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words describe the sound. -word takes away what the word applies to, and ranks lower what is a little like it.
Filters: tag:rain  folder:field  length:&lt;10  format:wav,flac  name:take  “part of a name”
rating:&gt;=3  is:favourite  collection:rain  note:word
tag:wood tag:hit is both tags, tag:wood,metal one of the two. A minus takes away what a filter fits.
Drop a sound file here to find sounds like it. Arrow up: earlier searches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchCompleter</name>
    <message>
        <source>Names that fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Searches</name>
    <message>
        <source>There is no search to save: write what the sounds should be like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the search “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the search “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the search “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the search “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier searches are forgotten; those under a name stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The network that listens: the bundled one, or a CLAP checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offer a larger network for download above the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that takes over once it has listened to every sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vocabularies whose tags are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CLAP checkpoints in folders of your own, as NAME=FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor cores used for listening; 0 leaves one core free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of the window: system, light or dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window, from its next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was searched for when Earmark was closed; it begins with that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loudness of auditions, from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw all channels of a waveform over each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the spectrogram of a sound in place of its waveform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play a sound as soon as it is selected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a sound, or the chosen part of it, again at its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a sound ends, select and play the next one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play all sounds equally loud, as far as their peaks stay below -1 dBFS; the files stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How loud that is, in LUFS, from -40 to -6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show sounds that are the same recording in one row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program that opens sounds for editing; empty for the system&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device that sounds are played on; empty for the system&apos;s default.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next or previous sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down, Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift or Ctrl with the arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShownVocabulary</name>
    <message>
        <source>new tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundDisplay</name>
    <message>
        <source>Loading the waveform...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundTable</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%Ln copies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No waveform yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform, {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is missing. It comes back by itself when the file does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of this sound cannot be reached. Is its drive plugged in?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundTableModel</name>
    <message>
        <source>Score {score}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundView</name>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeedSlider</name>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed {speed}×, {semitones} semitones; double-click for 1×</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagBrowser</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the vocabularies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click asks for the tag, one more for several at once; with Ctrl, for one or the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review this tag...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagEffectPanel</name>
    <message>
        <source>Sounds that would gain the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you change the tag, the sounds that gain it appear here. Arrow keys and Space play them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds that would lose the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those that lose it appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompts of “{tag}” in “{vocabulary}” mean nearly the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{tag}” in “{vocabulary}” is called “{name}” too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+{gained} −{lost}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) would have this tag if its vocabulary were used</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) would have this tag</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) have this tag</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Sounds that gain and lose the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would gain it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would lose it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag to the selected sounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagForm</name>
    <message>
        <source>Name of the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCS CatID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hint on the language of the prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold as a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What such a sound is called; one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ot this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is easily taken for; one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other &amp;words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By which it can be searched too; one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;lour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UCS Cat&amp;ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network understands English: “{prompt}” may say nothing to it. The name can stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagListModel</name>
    <message numerus="yes">
        <source>{tag}, %Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show the sounds with the tag “{tag}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Select a sound to see its tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags yet: press T, or type a tag above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message>
        <source>Take back what was said about {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {sounds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score {score} ({band}); the tag applies from {threshold} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network gave this tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network gave this tag, and you accepted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You added this tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You rejected this tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tag is gone since you took your word back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added by you: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagTable</name>
    <message>
        <source>Search tags, prompts, groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagTableModel</name>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message numerus="yes">
        <source>Take back what was said about “{name}” on %Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject “{name}” on %Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept “{name}” on %Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>My tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tag “{name}” yet. Make it in your vocabulary “{own}”? Earmark will listen for the words “{name}”; the vocabulary editor has room for better ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add the new tag “{name}” to %Ln sound(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>None of these sounds has been listened to yet: tag them when they have been.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this tag is no longer in it: choose another tag to review.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TaggingActions</name>
    <message>
        <source>Tagging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabularies...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review a tag...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say the next word on tag {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {step}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TellingWhy</name>
    <message>
        <source>Nothing was searched for, so all sounds are listed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewTools</name>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All channels in one lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of the sound</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VocabularyEditor</name>
    <message>
        <source>Vocabularies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are unsaved changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with Earmark. Saving a change makes a copy of your own, which is used in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to {names}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. The library is being tagged anew.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VocabularyExchange</name>
    <message>
        <source>Import a vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There already is a vocabulary “{name}” with this id. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}”? Its tags go from all sounds; what you said about them is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove your copy of “{name}”? The one that comes with Earmark takes its place again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabularies (*.toml)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VocabularyFrame</name>
    <message>
        <source>Name of the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description of the vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this vocabulary is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;uplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate this vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a vocabulary from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this vocabulary to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this vocabulary of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tag to this vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the chosen tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save, and tag the whole library anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VocabularyKeeper</name>
    <message>
        <source>Import vocabulary “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove vocabulary “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New vocabulary “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change vocabulary “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete tag “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New tag “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tag “{}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VocabularyList</name>
    <message>
        <source>Vocabularies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{tags}, comes with Earmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tags}, your copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tags}, your own</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaveformKeys</name>
    <message>
        <source>At {position} of {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region from {start} to {end}, {length} long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right move the playhead, with Shift they choose a region as [ and ] do; + - and 0 zoom.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>Drag the region out as a sound of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>“{text}”: {standing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>      {text}: {standing}</source>
        <comment>one word of several</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away from “{text}”: {standing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like {text}: {standing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {text}, by its prompt “{prompt}”: {standing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {text}: you said so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s name has “{text}” in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>means nothing to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>likely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{band}, {spreads} spreads from what is usual for sounds at large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{band}, {spreads} spreads from this library&apos;s usual</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkLine</name>
    <message>
        <source>less than a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ScoredRows</name>
    <message>
        <source>{score}, rejected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
