package org.jdfwire.standalone.fleet;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Atom feed and the archives that it leads to (RFC 5005), down to one that it has. Cut off on the way down it
 * goes on there, and only then looks at the feed again.
 */
final class AtomClient extends ResumingClient {
    private static final String FEED = "/feeds/topics.atom";

    private final Set<String> archives = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private String due = FEED;
    private String etag = "";

    AtomClient(int changes, int most) {
        super("Atom", changes, most);
    }

    /** Returns the line of a topic that was read or withdrawn: its id, and its text or when it went. */
    static String line(String topicId, String text) {
        return topicId + ' ' + text;
    }

    @Override
    void visit(String store, Stay stay) throws IOException {
        boolean more = true;
        while (more) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(store + due));
            if (due.equals(FEED) && !etag.isEmpty()) {
                request.header("If-None-Match", etag);
            }
            try (Stay.Answer answer = stay.ask(request.build())) {
                String text = answer.text();
                if (answer.status() == 304) {
                    return;
                }
                more = read(text);
                etag = due.equals(FEED) && !more ? answer.etag() : "";
            }
        }
    }

    @Override
    void beginAgain() {
        archives.clear();
        etag = "";
        due = FEED;
    }

    /** Takes a document and returns whether an archive that is not known comes before it. */
    private boolean read(String text) {
        Feed feed = parse(text);
        for (Entry entry : feed.getEntries()) {
            add(line(topicId(entry.getId()), entry.getContents().get(0).getValue()));
        }
        feed.getForeignMarkup().stream()
                .filter(element -> element.getName().equals("deleted-entry"))
                .forEach(gone -> add(line(topicId(gone.getAttributeValue("ref")), gone.getAttributeValue("when"))));
        if (!due.equals(FEED)) {
            archives.add(due);
        }
        String previous = previous(feed);
        boolean more = previous != null && !archives.contains(previous);
        due = more ? previous : FEED;
        return more;
    }

    private void add(String line) {
        if (known.add(line)) {
            take(line);
        }
    }

    private static Feed parse(String text) {
        try {
            return (Feed) new WireFeedInput().build(new StringReader(text));
        } catch (FeedException e) {
            throw new AssertionError("no Atom: " + text, e);
        }
    }

    private static @Nullable String previous(Feed feed) {
        return feed.getOtherLinks().stream()
                .filter(link -> link.getRel().equals("prev-archive"))
                .map(Link::getHref)
                .map(href -> URI.create(href).getPath())
                .findFirst()
                .orElse(null);
    }

    private static String topicId(String entryId) {
        return entryId.substring(entryId.lastIndexOf(':') + 1);
    }
}
