package org.signalup.lake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.signalup.lake.Lake.Verification;
import org.signalup.lake.LakeFinding;
import org.signalup.lake.LakeFinding.Kind;
import org.signalup.lake.internal.LakeState.Batch;
import org.signalup.lake.internal.LakeState.StoredFile;

/** Compares every file with what the manifest says of it. */
public final class Verifying {
    private static final String SEAL = ".sha256";
    /** What was counted of a day; the rest of the folder belongs to nobody, but for what is hidden or on its way. */
    private static final Pattern OF_A_DAY =
            Pattern.compile("tallies/[^./][^/]*/[0-9]{4}-[0-9]{2}-[0-9]{2}/[^./][^/]*/[^./][^/]*\\.(parquet|json)");

    private static final Pattern ON_ITS_WAY = Pattern.compile(".*/\\..*|.*\\.part");

    private final LakeFolder folder;

    public Verifying(LakeFolder folder) {
        this.folder = folder;
    }

    /** Looks at all files; what another process changes meanwhile is looked at again. */
    public Verification verify() {
        while (true) {
            Book book = folder.book();
            LakeState state = Manifests.read(book);
            Verification found = verify(book, state);
            if (Manifests.read(folder).sequence() == state.sequence()) {
                return found;
            }
        }
    }

    Verification verify(Book book, LakeState state) {
        List<LakeFinding> findings = new ArrayList<>();
        long bytes = 0;
        List<StoredFile> files = files(state);
        for (StoredFile file : files) {
            bytes += file.bytes();
            damage(file).ifPresent(kind -> findings.add(new LakeFinding(kind, file.path())));
        }
        findings.addAll(strangers(book, state));
        findings.addAll(tallies());
        long derived = folder.files(LakeFolder.TALLIES).stream()
                .mapToLong(folder::size)
                .sum();
        return new Verification(findings, files.size(), bytes, derived);
    }

    private static List<StoredFile> files(LakeState state) {
        List<StoredFile> files = new ArrayList<>();
        state.parts().forEach(part -> files.add(part.file()));
        for (Batch batch : state.batches()) {
            files.add(batch.rejects());
            files.add(batch.devices());
        }
        return files;
    }

    private Optional<Kind> damage(StoredFile file) {
        if (!folder.exists(file.path())) {
            return Optional.of(Kind.MISSING);
        }
        if (folder.size(file.path()) < file.bytes()) {
            return Optional.of(Kind.TRUNCATED);
        }
        return folder.sha256(file.path()).equals(file.sha256()) ? Optional.empty() : Optional.of(Kind.CHANGED);
    }

    /** Whoever writes a tally puts its digest beside it: where one is, the other has to be. */
    private List<LakeFinding> tallies() {
        List<LakeFinding> findings = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        for (String path : folder.files(LakeFolder.TALLIES)) {
            String table = path.endsWith(SEAL) ? path.substring(0, path.length() - SEAL.length()) : path;
            if (OF_A_DAY.matcher(table).matches()) {
                expected.add(table);
            } else if (!ON_ITS_WAY.matcher(path).matches()) {
                findings.add(new LakeFinding(Kind.FOREIGN, path));
            }
        }
        expected.stream()
                .filter(path -> !sealed(path))
                .forEach(path -> findings.add(new LakeFinding(Kind.TALLY, path)));
        return findings;
    }

    private boolean sealed(String path) {
        String seal = path + SEAL;
        return folder.exists(path)
                && folder.exists(seal)
                && folder.read(seal).strip().equals(folder.sha256(path));
    }

    /** What another writer has not published yet is none. */
    private List<LakeFinding> strangers(Book book, LakeState state) {
        Set<String> known = new TreeSet<>(state.paths());
        known.addAll(state.retiredPaths());
        List<String> left = Writing.leftovers(book, state);
        List<LakeFinding> findings = new ArrayList<>();
        for (String place : List.of(LakeFolder.PARTS, LakeFolder.BATCHES)) {
            for (String path : folder.files(place)) {
                boolean onItsWay =
                        OwnFile.at(path).filter(file -> file.onItsWay(book)).isPresent();
                if (!known.contains(path) && !onItsWay) {
                    findings.add(new LakeFinding(left.contains(path) ? Kind.LEFTOVER : Kind.FOREIGN, path));
                }
            }
        }
        folder.strangersAtTheTop().forEach(path -> findings.add(new LakeFinding(Kind.FOREIGN, path)));
        folder.files(LakeFolder.WORK).forEach(path -> findings.add(new LakeFinding(Kind.LEFTOVER, path)));
        return findings;
    }
}
