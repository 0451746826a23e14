package org.jdfwire.standalone.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the sample site stood when its data folder was last used: the pages are known by their port, and a site that
 * fell back to an earlier act would look like one that took its corrections back.
 */
record SampleState(int port, int act) {
    private static final String FILE = "sample-site.properties";

    static SampleState load(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return new SampleState(0, 0);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        return new SampleState(
                Integer.parseInt(properties.getProperty("port")), Integer.parseInt(properties.getProperty("act")));
    }

    void save(Path data) {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("act", Integer.toString(act));
        try (Writer writer = Files.newBufferedWriter(data.resolve(FILE))) {
            properties.store(writer, "where the sample site stands");
        } catch (IOException e) {
            throw new UncheckedIOException(data.resolve(FILE) + " cannot be written", e);
        }
    }
}
