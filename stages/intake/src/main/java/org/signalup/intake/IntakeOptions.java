package org.signalup.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.signalup.domain.Language;
import org.signalup.domain.ProgressListener;
import org.signalup.geo.Surroundings;
import org.signalup.standards.Programme;

/**
 * How to read sample files.
 *
 * @param profileFolders folders of mapping profiles ({@code *.yml}), later ones override by id
 * @param profile id or file of the profile that every file is read with; empty = detected from the header
 * @param crs coordinate system of files that do not say their own
 * @param asOf rows observed after this day (in the programme's zone) are refused; empty = no limit
 * @param language of reject messages
 * @param workFolder where converted parts may be kept while the run lasts
 * @param terms what whoever brings the files adds and is held to
 * @param devices how their ids are taken in
 * @param ledger where what may be measured stands; nowhere = not known
 */
public record IntakeOptions(
        Programme programme,
        List<Path> profileFolders,
        Optional<String> profile,
        Optional<String> crs,
        Optional<LocalDate> asOf,
        Language language,
        Path workFolder,
        ProgressListener progress,
        Terms terms,
        Devices devices,
        Surroundings ledger) {
    /** Files that speak for themselves, without keys. */
    public IntakeOptions(
            Programme programme,
            List<Path> profileFolders,
            Optional<String> profile,
            Optional<String> crs,
            Optional<LocalDate> asOf,
            Language language,
            Path workFolder,
            ProgressListener progress) {
        this(
                programme,
                profileFolders,
                profile,
                crs,
                asOf,
                language,
                workFolder,
                progress,
                Terms.NONE,
                Devices.PLAIN,
                Surroundings.NONE);
    }

    /** The same with keys, or with instruments whose devices are known. */
    public IntakeOptions knowing(Devices known) {
        return new IntakeOptions(
                programme, profileFolders, profile, crs, asOf, language, workFolder, progress, terms, known, ledger);
    }

    /** The same with what whoever brings the files adds and is held to. */
    public IntakeOptions on(Terms said) {
        return new IntakeOptions(
                programme, profileFolders, profile, crs, asOf, language, workFolder, progress, said, devices, ledger);
    }

    /** The same where it is known what stands where: positions that make sense only otherwise are found. */
    public IntakeOptions around(Surroundings known) {
        return new IntakeOptions(
                programme, profileFolders, profile, crs, asOf, language, workFolder, progress, terms, devices, known);
    }

    /** The same with another work folder and no as-of day. */
    public IntakeOptions within(Path folder) {
        return new IntakeOptions(
                programme,
                profileFolders,
                profile,
                crs,
                Optional.empty(),
                language,
                folder,
                progress,
                terms,
                devices,
                ledger);
    }
}
