package org.jdfwire.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The inbox of a data folder, as a program uses it that drops pages there. */
public record Inbox(Path folder) {

    /** Drops a page with its address beside it, the way a careful program does. */
    public void drop(String name, byte[] page, String url) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".url"), "[InternetShortcut]\nURL=" + url + "\n");
            Path part = folder.resolve(name + ".part");
            Files.write(part, page);
            Files.move(part, folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether nothing is left in the inbox itself. */
    public boolean isEmpty() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.noneMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
