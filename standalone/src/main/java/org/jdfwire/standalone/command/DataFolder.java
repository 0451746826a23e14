package org.jdfwire.standalone.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder in which one running JDF Wire keeps everything; a lock keeps a second one out. */
public final class DataFolder implements AutoCloseable {
    /** The data folder where none is named. */
    public static final Path STANDARD = Path.of(".jdfwire");

    private static final String DATABASE_ADDRESS = "mongodb.uri";
    private static final String KAFKA_ADDRESS = "kafka.address";

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder for this process, making it where it is absent. Kafka checks its own lock only after it has
     * begun to write, so two processes on one folder would destroy it.
     *
     * @throws Problem where another process has it, or it cannot be written
     */
    public static DataFolder take(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel lockFile =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                lockFile.close();
                throw new Problem("data folder " + path.toAbsolutePath().normalize()
                        + ": another JDF Wire is running on it (expected: one at a time; stop it, or choose another"
                        + " folder with --data DIR)");
            }
            // what a process that was killed noted is no longer so
            Files.deleteIfExists(path.resolve(DATABASE_ADDRESS));
            Files.deleteIfExists(path.resolve(KAFKA_ADDRESS));
            return new DataFolder(path.toAbsolutePath().normalize(), lockFile);
        } catch (IOException e) {
            throw new Problem(
                    "data folder " + path.toAbsolutePath().normalize() + ": cannot be written (" + e + ")", e);
        }
    }

    /** A folder that nothing was ever kept in is a slip of the pen, not an empty store; throws {@link Problem} for it. */
    public static void requireFilled(Path folder) {
        if (!Files.isDirectory(folder.resolve("mongodb"))) {
            throw new Problem("data folder " + folder.toAbsolutePath().normalize()
                    + ": holds no data (expected: one that ./jdfwire up or demo has filled; name it with --data DIR)");
        }
    }

    /** Whether a JDF Wire is running on the folder. */
    public static boolean isTaken(Path path) {
        Path lock = path.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel lockFile = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return lock(lockFile) == null;
        } catch (IOException e) {
            throw new Problem("data folder " + path.toAbsolutePath().normalize() + ": cannot be read (" + e + ")", e);
        }
    }

    public Path path() {
        return path;
    }

    public Path kafka() {
        return path.resolve("kafka");
    }

    /** Whether the folder has a log of Kafka in it, so that something was kept there once. */
    public static boolean holdsData(Path path) {
        return Files.exists(path.resolve("kafka").resolve("meta.properties"));
    }

    /** Writes down where the Kafka of this process is, for other commands to find it. */
    public void announceKafka(String address) {
        announce(KAFKA_ADDRESS, address);
    }

    /** Returns where the Kafka of the process is that runs on a data folder, or null where it has not said yet. */
    public static @Nullable String kafkaOf(Path data) {
        return announced(data, KAFKA_ADDRESS);
    }

    public Path mongodb() {
        return path.resolve("mongodb");
    }

    /** Writes down where the database embedded in this process is, for other commands to find it. */
    public void announceDatabase(String uri) {
        announce(DATABASE_ADDRESS, uri);
    }

    /** Returns where the database of the process is that runs on a data folder, or null where it embeds none. */
    public static @Nullable String databaseOf(Path data) {
        return announced(data, DATABASE_ADDRESS);
    }

    private void announce(String name, String address) {
        try {
            Files.writeString(path.resolve(name), address);
        } catch (IOException e) {
            throw new Problem("data folder " + path + ": cannot be written (" + e + ")", e);
        }
    }

    private static @Nullable String announced(Path data, String name) {
        try {
            return Files.readString(data.resolve(name)).strip();
        } catch (NoSuchFileException notAnnounced) {
            return null;
        } catch (IOException e) {
            throw new Problem("data folder " + data + ": cannot be read (" + e + ")", e);
        }
    }

    public Path inbox() {
        return inbox(path);
    }

    /** Returns the inbox of a data folder that another process may be running on. */
    public static Path inbox(Path data) {
        return data.resolve("inbox");
    }

    /** Returns where the key is that the secrets of webhooks are encrypted with; the store makes it. */
    public Path webhookKey() {
        return path.resolve("webhook.key");
    }

    public Path log() {
        return path.resolve("jdfwire.log");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path.resolve(DATABASE_ADDRESS));
            Files.deleteIfExists(path.resolve(KAFKA_ADDRESS));
            lockFile.close();
        } catch (IOException e) {
            throw new Problem("data folder " + path + ": its lock cannot be released (" + e + ")", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
