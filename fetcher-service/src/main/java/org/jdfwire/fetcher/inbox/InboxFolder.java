package org.jdfwire.fetcher.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A watched folder with its two ways out: {@code done/} for what was taken, {@code failed/} for what was refused. A
 * file of the same name that lies there already is replaced.
 */
final class InboxFolder {
    private final Path folder;
    private final Path done;
    private final Path failed;

    InboxFolder(Path folder) {
        this.folder = folder;
        this.done = folder.resolve("done");
        this.failed = folder.resolve("failed");
    }

    /** Makes the three folders; throws {@link IOException} naming the one that cannot be made, read or written. */
    void prepare() throws IOException {
        for (Path path : List.of(folder, done, failed)) {
            try {
                Files.createDirectories(path);
            } catch (FileAlreadyExistsException e) {
                throw new IOException(path + ": is a file (expected: a folder)", e);
            } catch (IOException e) {
                throw new IOException(path + ": cannot be made (expected: a folder that can be written)", e);
            }
            if (!Files.isReadable(path) || !Files.isWritable(path)) {
                throw new AccessDeniedException(path + ": no permission (expected: a folder to read and write)");
            }
        }
    }

    /** Returns the page files and archives that lie there now, by name; dot files, {@code .part} files and folders are not seen. */
    List<DroppedFile> look() throws IOException {
        List<DroppedFile> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path path : entries.filter(InboxFolder::isPage).toList()) {
                DroppedFile file = look(path);
                if (file != null) {
                    files.add(file);
                }
            }
        }
        files.sort(Comparator.comparing(DroppedFile::name));
        return files;
    }

    /** Moves a file that was taken, then its {@code .url} file: without that, the page alone would be refused. */
    void done(DroppedFile file) throws IOException {
        move(file, done);
    }

    /** Moves a file that was taken, after a report lies there as {@code <name>.report.txt}. */
    void done(DroppedFile file, String report) throws IOException {
        Files.writeString(done.resolve(file.name() + ".report.txt"), report + System.lineSeparator());
        move(file, done);
    }

    /** Returns the archives that lie here, those that were taken included. */
    List<Path> archives() {
        try (Stream<Path> taken = Files.list(done);
                Stream<Path> waiting = Files.list(folder)) {
            return Stream.concat(taken, waiting)
                    .filter(path -> DroppedFile.isArchive(path.getFileName().toString()))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns where files lie that were taken. */
    Path taken() {
        return done;
    }

    /** Moves a file that was refused, after the reason lies there as {@code <name>.reason.txt}. */
    void refuse(DroppedFile file, String reason) throws IOException {
        Files.writeString(failed.resolve(file.name() + ".reason.txt"), reason + System.lineSeparator());
        move(file, failed);
    }

    private static void move(DroppedFile file, Path to) throws IOException {
        moveInto(to, file.page());
        if (file.shortcut() != null) {
            moveInto(to, file.shortcut());
        }
    }

    private static void moveInto(Path to, Path file) throws IOException {
        Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isPage(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && (name.endsWith(".html") || name.endsWith(".htm") || DroppedFile.isArchive(name));
    }

    private static @Nullable DroppedFile look(Path page) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(page, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return null;
            }
            Path shortcut = shortcut(page);
            return new DroppedFile(
                    page,
                    attributes.size(),
                    attributes.lastModifiedTime(),
                    shortcut,
                    shortcut == null ? null : Files.getLastModifiedTime(shortcut));
        } catch (NoSuchFileException e) {
            // taken away between the listing and the look
            return null;
        }
    }

    private static @Nullable Path shortcut(Path page) {
        String name = page.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        for (String candidate : List.of(name + ".url", stem + ".url")) {
            Path path = page.resolveSibling(candidate);
            if (Files.isRegularFile(path)) {
                return path;
            }
        }
        return null;
    }
}
