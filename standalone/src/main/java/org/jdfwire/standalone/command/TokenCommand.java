package org.jdfwire.standalone.command;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jdfwire.standalone.database.EmbeddedDatabase;
import org.jdfwire.store.access.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Makes, lists and revokes the tokens of a store: in the database of the process that runs on the data folder, in that
 * of the folder where none runs, or in a MongoDB that is named. A running store goes by it from the next request on.
 */
public final class TokenCommand {
    private static final String USAGE = "token add NAME, token list or token revoke NAME";
    private static final int CONNECT_SECONDS = 5;

    private final PrintStream out;
    private final PrintStream err;
    private final Path data;
    private final @Nullable String mongodb;
    private final List<String> words;

    private TokenCommand(Path data, @Nullable String mongodb, List<String> words, PrintStream out, PrintStream err) {
        this.data = data;
        this.mongodb = mongodb;
        this.words = words;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs {@code token [--data DIR] [--mongodb.uri URI] add NAME|list|revoke NAME}.
     *
     * @param out gets the token alone, or the list
     * @param err gets what is to be said about it
     * @throws Problem where the user can put right what hinders it
     */
    public static void run(List<String> arguments, PrintStream out, PrintStream err) {
        // it has no log: the one of the running instance is not its own
        System.setProperty("logback.configurationFile", "logback-command.xml");
        Path data = DataFolder.STANDARD;
        String mongodb = null;
        List<String> words = new ArrayList<>();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String flag = equals < 0 ? argument : argument.substring(0, equals);
            String value = equals < 0 ? rest.poll() : argument.substring(equals + 1);
            if (value == null || value.isBlank()) {
                throw new Problem(flag + ": no value (expected: " + flag + " VALUE)");
            }
            switch (flag) {
                case "--data" -> data = Path.of(value);
                case "--mongodb.uri" -> mongodb = value;
                default -> throw new Problem(flag + ": no such flag (expected: --data DIR or --mongodb.uri URI)");
            }
        }
        new TokenCommand(data, mongodb, words, out, err).run();
    }

    private void run() {
        String action = words.isEmpty() ? "" : words.get(0);
        boolean isUnderstood = switch (action) {
            case "add", "revoke" -> words.size() == 2;
            case "list" -> words.size() == 1;
            default -> false;
        };
        if (!isUnderstood) {
            throw new Problem("token: " + String.join(" ", words) + " (expected: " + USAGE + ")");
        }
        if (mongodb != null) {
            runIn(mongodb);
        } else if (DataFolder.isTaken(data)) {
            String running = DataFolder.databaseOf(data);
            if (running == null) {
                throw new Problem("data folder " + data.toAbsolutePath().normalize()
                        + ": the JDF Wire that runs on it has no database of its own (expected: --mongodb.uri URI, as it"
                        + " was given that; or try again in a moment if it has just been started)");
            }
            runIn(running);
        } else {
            if (!action.equals("add")) {
                DataFolder.requireFilled(data);
            }
            try (DataFolder taken = DataFolder.take(data);
                    EmbeddedDatabase database = EmbeddedDatabase.start(taken.mongodb())) {
                runIn(database.uri());
            }
        }
    }

    private void runIn(String uri) {
        ConnectionString address = address(uri);
        String name = address.getDatabase();
        if (name == null) {
            throw new Problem(
                    "--mongodb.uri: no name of a database (expected: mongodb://HOST:PORT/NAME, as the store's)");
        }
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(CONNECT_SECONDS, TimeUnit.SECONDS))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            act(new Tokens(client.getDatabase(name)));
        } catch (MongoException e) {
            throw new Problem("the database does not answer (" + e.getMessage() + ")", e);
        }
    }

    private void act(Tokens tokens) {
        switch (words.get(0)) {
            case "add" -> add(tokens, words.get(1));
            case "list" -> tokens.all().forEach(token -> out.println(line(token)));
            default -> revoke(tokens, words.get(1));
        }
    }

    private void add(Tokens tokens, String name) {
        try {
            out.println(tokens.add(name));
        } catch (IllegalArgumentException e) {
            throw new Problem(String.valueOf(e.getMessage()), e);
        }
        err.println("The token " + name + " is shown only now; send it as Authorization: Bearer TOKEN");
    }

    private void revoke(Tokens tokens, String name) {
        if (!tokens.revoke(name)) {
            throw new Problem("token " + name + ": none that is taken (expected: a name that token list shows)");
        }
        err.println("The token " + name + " is taken no longer");
    }

    private static String line(Tokens.Token token) {
        return String.format(
                "%-20s made %s%s",
                token.name(), token.createdAt(), token.revokedAt() == null ? "" : ", revoked " + token.revokedAt());
    }

    private static ConnectionString address(String uri) {
        try {
            return new ConnectionString(uri);
        } catch (IllegalArgumentException e) {
            // not the URI: it may hold a password
            throw new Problem("--mongodb.uri: cannot be read (expected: mongodb://HOST:PORT/NAME)", e);
        }
    }
}
