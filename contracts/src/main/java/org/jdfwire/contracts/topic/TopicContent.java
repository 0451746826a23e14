package org.jdfwire.contracts.topic;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdfwire.contracts.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a reader reads of a topic, apart from where it came from.
 *
 * <p>Two topics with the same content hash are the same news: neither the page version, the parser, the place among
 * neighbors nor the address of a photo counts. A photo's caption does.
 *
 * @param language BCP 47 tag
 * @param title the heading
 * @param countries countries with their evidence
 * @param occurred dates with their words
 * @param people people
 * @param organizations bodies
 * @param kind sort of event
 * @param paragraphs text
 * @param captions the photos' captions, those that say more than the heading
 * @param links links inside the text
 */
public record TopicContent(
        String language,
        String title,
        List<Country> countries,
        List<Occurrence> occurred,
        List<Person> people,
        List<String> organizations,
        Kind kind,
        List<String> paragraphs,
        List<String> captions,
        List<Link> links) {

    /** Members of a topic's JSON that say where it came from or where it stands, not what it says. */
    private static final Set<String> NOT_CONTENT =
            Set.of("topicId", "group", "page", "evidence", "parser", "contentHash");

    /** Returns the content of a topic. */
    public static TopicContent of(Topic topic) {
        return new TopicContent(
                topic.language(),
                topic.title(),
                topic.countries(),
                topic.occurred(),
                topic.people(),
                topic.organizations(),
                topic.kind(),
                topic.paragraphs(),
                captions(topic.images()),
                topic.links());
    }

    /** Returns the captions that count as content. */
    public static List<String> captions(List<Image> images) {
        return images.stream().map(Image::caption).filter(Objects::nonNull).toList();
    }

    /** Returns {@code sha256:…} of the canonical JSON (RFC 8785) of this content. */
    public String hash() {
        return Json.hash(Json.canonicalRecord(this));
    }

    /** Returns the topic's JSON without its provenance; the paths of a change's patch are paths in it. */
    public static ObjectNode patchable(@Nullable Topic topic) {
        ObjectNode json = topic == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.valueToTree(topic);
        return json.remove(NOT_CONTENT);
    }
}
