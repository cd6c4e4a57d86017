<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Collecting</name>
    <message numerus="yes">
        <source>Rate %Ln sound(s)</source>
        <translation>
            <numerusform>Rate %Ln sound</numerusform>
            <numerusform>Rate %Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln sound(s) favourites</source>
        <translation>
            <numerusform>Make %Ln sound a favourite</numerusform>
            <numerusform>Make %Ln sounds favourites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln sound(s) favourites no longer</source>
        <translation>
            <numerusform>Make %Ln sound a favourite no longer</numerusform>
            <numerusform>Make %Ln sounds favourites no longer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln sound</numerusform>
            <numerusform>%Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note on %Ln sound(s)</source>
        <translation>
            <numerusform>Note on %Ln sound</numerusform>
            <numerusform>Note on %Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %Ln sound(s) out of a collection</source>
        <translation>
            <numerusform>Take %Ln sound out of a collection</numerusform>
            <numerusform>Take %Ln sounds out of a collection</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %Ln sound(s) into a collection</source>
        <translation>
            <numerusform>Put %Ln sound into a collection</numerusform>
            <numerusform>Put %Ln sounds into a collection</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollectingActions</name>
    <message numerus="yes">
        <source>Rate with %n star(s)</source>
        <translation>
            <numerusform>Rate with %n star</numerusform>
            <numerusform>Rate with %n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Evaluation</name>
    <message numerus="yes">
        <source>of %Ln sound(s) got the right label first; between {low} and {high} in 95 of 100 such trials.</source>
        <translation>
            <numerusform>of %Ln sound got the right label first; between {low} and {high} in 95 of 100 such trials.</numerusform>
            <numerusform>of %Ln sounds got the right label first; between {low} and {high} in 95 of 100 such trials.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be heard</source>
        <translation>
            <numerusform>%Ln cannot be heard</numerusform>
            <numerusform>%Ln cannot be heard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not there</source>
        <translation>
            <numerusform>%Ln is not there</numerusform>
            <numerusform>%Ln are not there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no label</source>
        <translation>
            <numerusform>%Ln has no label</numerusform>
            <numerusform>%Ln have no label</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are no sounds by their names</source>
        <translation>
            <numerusform>%Ln is no sound by its name</numerusform>
            <numerusform>%Ln are no sounds by their names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln folder(s) cannot be read</source>
        <translation>
            <numerusform>%Ln folder cannot be read</numerusform>
            <numerusform>%Ln folders cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %Ln decision(s) of yours are what the tags say, too; between {low} and {high} in 95 of 100 such trials.</source>
        <translation>
            <numerusform>of %Ln decision of yours is what the tag says, too; between {low} and {high} in 95 of 100 such trials.</numerusform>
            <numerusform>of %Ln decisions of yours are what the tags say, too; between {low} and {high} in 95 of 100 such trials.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) left out: their sounds are gone.</source>
        <translation>
            <numerusform>%Ln decision left out: its sound is gone.</numerusform>
            <numerusform>%Ln decisions left out: their sounds are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %Ln minute(s)</source>
        <translation>
            <numerusform>about %Ln minute</numerusform>
            <numerusform>about %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchanging</name>
    <message numerus="yes">
        <source>%Ln sound(s) written to {path}.</source>
        <translation>
            <numerusform>%Ln sound written to {path}.</numerusform>
            <numerusform>%Ln sounds written to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) with a line break in the name cannot stand in a playlist; rename them: {first}</source>
        <translation>
            <numerusform>%Ln sound with a line break in the name cannot stand in a playlist; rename it: {first}</numerusform>
            <numerusform>%Ln sounds with a line break in the name cannot stand in a playlist; rename them, beginning with {first}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderTreeModel</name>
    <message numerus="yes">
        <source>{folder}, %Ln sound(s)</source>
        <translation>
            <numerusform>{folder}, %Ln sound</numerusform>
            <numerusform>{folder}, %Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{folder}, %Ln sound(s), offline</source>
        <translation>
            <numerusform>{folder}, %Ln sound, offline</numerusform>
            <numerusform>{folder}, %Ln sounds, offline</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) are missing; they come back by themselves when their files do.</source>
        <translation>
            <numerusform>%Ln sound is missing; it comes back by itself when its file does.</numerusform>
            <numerusform>%Ln sounds are missing; they come back by themselves when their files do.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Housekeeping</name>
    <message numerus="yes">
        <source>“{name}” is offline: what is known of its %Ln sound(s) is kept.</source>
        <translation>
            <numerusform>“{name}” is offline: what is known of its %Ln sound is kept.</numerusform>
            <numerusform>“{name}” is offline: what is known of its %Ln sounds is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%Ln sound(s) of the list are in the library.</source>
        <translation>
            <numerusform>%Ln sound of the list is in the library.</numerusform>
            <numerusform>%Ln sounds of the list are in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keyword(s) of another program are tags here, and count as accepted.</source>
        <translation>
            <numerusform>%Ln keyword of another program is a tag here, and counts as accepted.</numerusform>
            <numerusform>%Ln keywords of another program are tags here, and count as accepted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message numerus="yes">
        <source>%Ln decision(s) on tags</source>
        <translation>
            <numerusform>%Ln decision on tags</numerusform>
            <numerusform>%Ln decisions on tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ratings, favourites and notes on %Ln sound(s)</source>
        <translation>
            <numerusform>ratings, favourites and notes on %Ln sound</numerusform>
            <numerusform>ratings, favourites and notes on %Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies) in collections</source>
        <translation>
            <numerusform>%Ln entry in collections</numerusform>
            <numerusform>%Ln entries in collections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IndexStatus</name>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln sound</numerusform>
            <numerusform>%Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> · %Ln selected</source>
        <translation>
            <numerusform> · %Ln selected</numerusform>
            <numerusform> · %Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking through “{folder}”: %Ln file(s)</source>
        <translation>
            <numerusform>Looking through “{folder}”: %Ln file</numerusform>
            <numerusform>Looking through “{folder}”: %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Measured</name>
    <message numerus="yes">
        <source>Clipped: %Ln sample(s) lie where peaks were cut off, which is heard as distortion.</source>
        <translation>
            <numerusform>Clipped: %Ln sample lies where peaks were cut off, which is heard as distortion.</numerusform>
            <numerusform>Clipped: %Ln samples lie where peaks were cut off, which is heard as distortion.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fake stereo: its %Ln channel(s) hold one signal: the same, at other volumes, or in one of them only.</source>
        <translation>
            <numerusform>Fake stereo: its %Ln channel holds one signal: the same, at other volumes, or in one of them only.</numerusform>
            <numerusform>Fake stereo: its %Ln channels hold one signal: the same, at other volumes, or in one of them only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dropouts: in %Ln place(s) samples are missing in the middle of the sound.</source>
        <translation>
            <numerusform>Dropouts: in %Ln place samples are missing in the middle of the sound.</numerusform>
            <numerusform>Dropouts: in %Ln places samples are missing in the middle of the sound.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mending</name>
    <message numerus="yes">
        <source>%Ln folder(s)</source>
        <translation>
            <numerusform>%Ln folder</numerusform>
            <numerusform>%Ln folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pattern(s) to leave out</source>
        <translation>
            <numerusform>%Ln pattern to leave out</numerusform>
            <numerusform>%Ln patterns to leave out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln sound</numerusform>
            <numerusform>%Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag decision(s)</source>
        <translation>
            <numerusform>%Ln tag decision</numerusform>
            <numerusform>%Ln tag decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) with a rating or note</source>
        <translation>
            <numerusform>%Ln sound with a rating or note</numerusform>
            <numerusform>%Ln sounds with a rating or note</numerusform>
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
            <numerusform>%Ln sound in collections</numerusform>
            <numerusform>%Ln sounds in collections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoisyRecordings</name>
    <message numerus="yes">
        <source>Of these %Ln sound(s), {right} got the right label first.</source>
        <translation>
            <numerusform>Of this %Ln sound, {right} got the right label first.</numerusform>
            <numerusform>Of these %Ln sounds, {right} got the right label first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more sound(s) have no pause to hear noise in.</source>
        <translation>
            <numerusform>%Ln more sound has no pause to hear noise in.</numerusform>
            <numerusform>%Ln more sounds have no pause to hear noise in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message numerus="yes">
        <source>This folder cannot be reached, or nothing is left in it. What is known of its %Ln sound(s) is kept.</source>
        <translation>
            <numerusform>This folder cannot be reached, or nothing is left in it. What is known of its %Ln sound is kept.</numerusform>
            <numerusform>This folder cannot be reached, or nothing is left in it. What is known of its %Ln sounds is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenameSoundsDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) can get a new name.</source>
        <translation>
            <numerusform>%Ln file can get a new name.</numerusform>
            <numerusform>%Ln files can get new names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be renamed: their notes say why.</source>
        <translation>
            <numerusform>%Ln file cannot be renamed: its note says why.</numerusform>
            <numerusform>%Ln files cannot be renamed: their notes say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %Ln sound(s) no CatID is sure enough: choose one in the list.</source>
        <translation>
            <numerusform>For %Ln sound no CatID is sure enough: choose one in the list.</numerusform>
            <numerusform>For %Ln sounds no CatID is sure enough: choose one in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln CatID(s) are doubtful, and not ticked before you do.</source>
        <translation>
            <numerusform>%Ln CatID is doubtful, and not ticked before you do.</numerusform>
            <numerusform>%Ln CatIDs are doubtful, and not ticked before you do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) are named so already.</source>
        <translation>
            <numerusform>%Ln file is named so already.</numerusform>
            <numerusform>%Ln files are named so already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Rename %Ln file(s)</source>
        <translation>
            <numerusform>&amp;Rename %Ln file</numerusform>
            <numerusform>&amp;Rename %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Renaming</name>
    <message numerus="yes">
        <source>CatIDs of %Ln sound(s)</source>
        <translation>
            <numerusform>CatID of %Ln sound</numerusform>
            <numerusform>CatIDs of %Ln sounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenamingForm</name>
    <message numerus="yes">
        <source>%Ln selected sound(s)</source>
        <translation>
            <numerusform>%Ln selected sound</numerusform>
            <numerusform>%Ln selected sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln listed sound(s)</source>
        <translation>
            <numerusform>%Ln listed sound</numerusform>
            <numerusform>All %Ln listed sounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RenamingTexts</name>
    <message numerus="yes">
        <source>%Ln link(s) to it would lead nowhere.</source>
        <translation>
            <numerusform>%Ln link to it would lead nowhere.</numerusform>
            <numerusform>%Ln links to it would lead nowhere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) have their old names again.</source>
        <translation>
            <numerusform>%Ln file has its old name again.</numerusform>
            <numerusform>%Ln files have their old names again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were renamed.</source>
        <translation>
            <numerusform>%Ln file was renamed.</numerusform>
            <numerusform>%Ln files were renamed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) kept their names: the list says why.</source>
        <translation>
            <numerusform>%Ln file kept its name: the list says why.</numerusform>
            <numerusform>%Ln files kept their names: the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) stayed behind: the list says why.</source>
        <translation>
            <numerusform>%Ln sidecar stayed behind: the list says why.</numerusform>
            <numerusform>%Ln sidecars stayed behind: the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were not reached.</source>
        <translation>
            <numerusform>%Ln file was not reached.</numerusform>
            <numerusform>%Ln files were not reached.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>Only %Ln skipped sound(s) left</source>
        <translation>
            <numerusform>Only %Ln skipped sound left</numerusform>
            <numerusform>Only %Ln skipped sounds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) left</source>
        <translation>
            <numerusform>%Ln sound left</numerusform>
            <numerusform>%Ln sounds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>learned from %Ln of your decision(s)</source>
        <translation>
            <numerusform>learned from %Ln of your decisions</numerusform>
            <numerusform>learned from %Ln of your decisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From {saved} on: %Ln sound(s) have “{name}”.</source>
        <translation>
            <numerusform>From {saved} on: %Ln sound has “{name}”.</numerusform>
            <numerusform>From {saved} on: %Ln sounds have “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From {line} on: %Ln sound(s) would have “{name}”; from {saved} on, as now: {now}.</source>
        <translation>
            <numerusform>From {line} on: %Ln sound would have “{name}”; from {saved} on, as now: {now}.</numerusform>
            <numerusform>From {line} on: %Ln sounds would have “{name}”; from {saved} on, as now: {now}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SidecarExport</name>
    <message numerus="yes">
        <source>%Ln small file(s) are to be written beside your sounds, as name.wav.json.</source>
        <translation>
            <numerusform>%Ln small file is to be written beside your sounds, as name.wav.json.</numerusform>
            <numerusform>%Ln small files are to be written beside your sounds, as name.wav.json.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) there say something that is not in your library, perhaps somebody else&apos;s words; import the sidecars of that folder first to keep it:</source>
        <translation>
            <numerusform>%Ln file there says something that is not in your library, perhaps somebody else&apos;s words; import the sidecars of that folder first to keep it:</numerusform>
            <numerusform>%Ln files there say something that is not in your library, perhaps somebody else&apos;s words; import the sidecars of that folder first to keep it:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sidecar(s) written.</source>
        <translation>
            <numerusform>%Ln sidecar written.</numerusform>
            <numerusform>%Ln sidecars written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) stay as they are:</source>
        <translation>
            <numerusform>%Ln file stays as it is:</numerusform>
            <numerusform>%Ln files stay as they are:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SoundTable</name>
    <message numerus="yes">
        <source>+%Ln copies</source>
        <translation>
            <numerusform>+%Ln copy</numerusform>
            <numerusform>+%Ln copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SoundView</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagEffectPanel</name>
    <message numerus="yes">
        <source>%Ln sound(s) would have this tag if its vocabulary were used</source>
        <translation>
            <numerusform>%Ln sound would have this tag if its vocabulary were used</numerusform>
            <numerusform>%Ln sounds would have this tag if its vocabulary were used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) would have this tag</source>
        <translation>
            <numerusform>%Ln sound would have this tag</numerusform>
            <numerusform>%Ln sounds would have this tag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) have this tag</source>
        <translation>
            <numerusform>%Ln sound has this tag</numerusform>
            <numerusform>%Ln sounds have this tag</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagListModel</name>
    <message numerus="yes">
        <source>{tag}, %Ln sound(s)</source>
        <translation>
            <numerusform>{tag}, %Ln sound</numerusform>
            <numerusform>{tag}, %Ln sounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln sound</numerusform>
            <numerusform>%Ln sounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagRow</name>
    <message numerus="yes">
        <source>Learned from %Ln of your decision(s).</source>
        <translation>
            <numerusform>Learned from %Ln of your decisions.</numerusform>
            <numerusform>Learned from %Ln of your decisions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message numerus="yes">
        <source>Take back what was said about “{name}” on %Ln sound(s)</source>
        <translation>
            <numerusform>Take back what was said about “{name}” on %Ln sound</numerusform>
            <numerusform>Take back what was said about “{name}” on %Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reject “{name}” on %Ln sound(s)</source>
        <translation>
            <numerusform>Reject “{name}” on %Ln sound</numerusform>
            <numerusform>Reject “{name}” on %Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept “{name}” on %Ln sound(s)</source>
        <translation>
            <numerusform>Accept “{name}” on %Ln sound</numerusform>
            <numerusform>Accept “{name}” on %Ln sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the new tag “{name}” to %Ln sound(s)</source>
        <translation>
            <numerusform>Add the new tag “{name}” to %Ln sound</numerusform>
            <numerusform>Add the new tag “{name}” to %Ln sounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message numerus="yes">
        <source>&amp;Take back %Ln file(s)</source>
        <translation>
            <numerusform>&amp;Take back %Ln file</numerusform>
            <numerusform>&amp;Take back %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyList</name>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WriteTagsDialog</name>
    <message numerus="yes">
        <source>%Ln file(s) would change.</source>
        <translation>
            <numerusform>%Ln file would change.</numerusform>
            <numerusform>%Ln files would change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) cannot be written: the list begins with them and says why.</source>
        <translation>
            <numerusform>%Ln file cannot be written: the list begins with it and says why.</numerusform>
            <numerusform>%Ln files cannot be written: the list begins with them and says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) say all of it already.</source>
        <translation>
            <numerusform>%Ln file says all of it already.</numerusform>
            <numerusform>%Ln files say all of it already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) keep another category than yours.</source>
        <translation>
            <numerusform>%Ln file keeps another category than yours.</numerusform>
            <numerusform>%Ln files keep another category than yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) have no such tags.</source>
        <translation>
            <numerusform>%Ln sound has no such tags.</numerusform>
            <numerusform>%Ln sounds have no such tags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s) are links to these files.</source>
        <translation>
            <numerusform>%Ln sound is a link to these files.</numerusform>
            <numerusform>%Ln sounds are links to these files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Write into %Ln file(s)</source>
        <translation>
            <numerusform>&amp;Write into %Ln file</numerusform>
            <numerusform>&amp;Write into %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message numerus="yes">
        <source>Forget what %Ln file(s) said before? What was written into them stays then, and can never be taken back. No file is touched.</source>
        <translation>
            <numerusform>Forget what %Ln file said before? What was written into it stays then, and can never be taken back. No file is touched.</numerusform>
            <numerusform>Forget what %Ln files said before? What was written into them stays then, and can never be taken back. No file is touched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WritingForm</name>
    <message numerus="yes">
        <source>%Ln selected sound(s)</source>
        <translation>
            <numerusform>%Ln selected sound</numerusform>
            <numerusform>%Ln selected sounds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln listed sound(s)</source>
        <translation>
            <numerusform>%Ln listed sound</numerusform>
            <numerusform>All %Ln listed sounds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WritingPlanModel</name>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln text</numerusform>
            <numerusform>%Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This name becomes a file of its own; %Ln other name(s) lead to the file as it is.</source>
        <translation>
            <numerusform>This name becomes a file of its own; %Ln other name leads to the file as it is.</numerusform>
            <numerusform>This name becomes a file of its own; %Ln other names lead to the file as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WritingTexts</name>
    <message numerus="yes">
        <source>%Ln file(s) say again what they said before.</source>
        <translation>
            <numerusform>%Ln file says again what it said before.</numerusform>
            <numerusform>%Ln files say again what they said before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were written.</source>
        <translation>
            <numerusform>%Ln file was written.</numerusform>
            <numerusform>%Ln files were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were left as they were: the list says why.</source>
        <translation>
            <numerusform>%Ln file was left as it was: the list says why.</numerusform>
            <numerusform>%Ln files were left as they were: the list says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) were not reached.</source>
        <translation>
            <numerusform>%Ln file was not reached.</numerusform>
            <numerusform>%Ln files were not reached.</numerusform>
        </translation>
    </message>
</context>
</TS>
