package org.signalup.intake.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.signalup.domain.Problem;
import org.signalup.domain.Text;
import org.signalup.domain.TextOrder;
import org.signalup.intake.RefusalCode;
import org.signalup.intake.internal.file.FileRefusal;
import org.signalup.intake.internal.file.InputFile;
import org.signalup.intake.internal.file.InputFiles;
import org.signalup.intake.internal.file.UnpackLimits;

/**
 * Archives unpacked into a folder of their own for as long as a run lasts. Members get numbers for names there: what an
 * archive calls them is only shown.
 */
public final class Unpacking implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path parent;
    private final List<Problem> passedOver = new ArrayList<>();
    private Path folder;
    private int written;

    /** @param parent where there is room; it is made when it is needed */
    public Unpacking(Path parent) {
        this.parent = parent;
    }

    /** Whether a file is an archive of files; one that cannot be read is none. */
    public static boolean isArchive(InputFile file) {
        try {
            return ArchiveKind.of(file).isPresent();
        } catch (FileRefusal e) {
            return e.code() == RefusalCode.ARCHIVE_KIND;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The files in an archive that may hold samples, named {@code archive.zip!/folder/file.csv}, in the order of their names.
     *
     * @throws FileRefusal when the archive is damaged, hostile, or of no kind that is read
     */
    public List<InputFile> files(InputFile archive) throws IOException {
        Opened opened = new Opened(archive.path(), Files.size(archive.path()));
        opened.unpack(archive, 1);
        opened.files.sort(Comparator.comparing(InputFile::name, TextOrder.CODE_POINTS));
        return opened.files;
    }

    /** Members of archives that are no sample files. */
    public List<Problem> passedOver() {
        return passedOver;
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path nextFile() throws IOException {
        if (folder == null) {
            Files.createDirectories(parent);
            folder = Files.createTempDirectory(parent, "unpacked");
        }
        return folder.resolve("%06d".formatted(++written));
    }

    private void passOver(String name) {
        passedOver.add(InputFiles.noSampleFile(name));
    }

    /** One archive that a user gave, with those within it. */
    private final class Opened {
        private final Path origin;
        private final long packed;
        private final List<InputFile> files = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private final byte[] buffer = new byte[BUFFER];
        private long unpacked;
        private int members;

        Opened(Path origin, long packed) {
            this.origin = origin;
            this.packed = packed;
        }

        void unpack(InputFile archive, int depth) throws IOException {
            if (depth > UnpackLimits.DEEPEST) {
                throw refusal(RefusalCode.ARCHIVE_DEEP, archive.name());
            }
            try {
                members(archive).forEach(member -> take(archive.name(), member, depth));
            } catch (IOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                // Libraries tell a damaged archive by any of these.
                throw new FileRefusal(RefusalCode.ARCHIVE_BROKEN, Text.same(shown(archive, e)));
            } catch (IndexOutOfBoundsException | NegativeArraySizeException | NullPointerException e) {
                throw new FileRefusal(RefusalCode.ARCHIVE_BROKEN, Text.same(shown(archive, e)));
            }
        }

        private String shown(InputFile archive, Exception e) {
            return archive.name().contains("!/") ? archive.name() : String.valueOf(e.getMessage());
        }

        private Members members(InputFile archive) throws IOException {
            ArchiveKind kind = ArchiveKind.of(archive).orElseThrow();
            return switch (kind) {
                case ZIP -> new ZipMembers(whole(archive));
                case SEVEN_ZIP -> new SevenZipMembers(whole(archive));
                case TAR -> new TarMembers(archive);
            };
        }

        /** These are not read from front to back, so a gzipped one is unpacked first. */
        private Path whole(InputFile archive) throws IOException {
            if (!archive.packed()) {
                return archive.path();
            }
            try (InputStream in = archive.open(Optional.empty(), bytes -> {})) {
                return write(in, archive.name());
            }
        }

        private void take(String archive, Members.Member member, int depth) throws IOException {
            if (++members > UnpackLimits.MOST_MEMBERS) {
                throw refusal(RefusalCode.ARCHIVE_BOMB, "> " + UnpackLimits.MOST_MEMBERS);
            }
            if (MemberName.unsafe(member.name())) {
                throw refusal(RefusalCode.ARCHIVE_UNSAFE, MemberName.shown(member.name()));
            }
            String plain = MemberName.plain(member.name());
            String name = archive + "!/" + plain;
            if (plain.endsWith("/")) {
                return;
            }
            if (!names.add(name)) {
                throw refusal(RefusalCode.ARCHIVE_NAME_TWICE, plain);
            }
            if (!member.file() || MemberName.leftover(plain) || !InputFiles.maySample(plain)) {
                passOver(name);
            } else {
                keep(name, member, depth);
            }
        }

        private void keep(String name, Members.Member member, int depth) throws IOException {
            InputFile file;
            try (InputStream in = member.content().open()) {
                file = new InputFile(write(in, name), name, origin);
            }
            if (isArchive(file)) {
                unpack(file, depth + 1);
            } else {
                files.add(file);
            }
        }

        private Path write(InputStream in, String name) throws IOException {
            Path path = nextFile();
            try (OutputStream out = Files.newOutputStream(path)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (UnpackLimits.bomb(unpacked, packed)) {
                        throw refusal(RefusalCode.ARCHIVE_BOMB, name);
                    }
                    out.write(buffer, 0, read);
                }
            }
            return path;
        }

        private static FileRefusal refusal(RefusalCode code, String detail) {
            return new FileRefusal(code, Text.same(detail));
        }
    }
}
