package org.jdfwire.parser.topic;

import java.util.List;
import org.jdfwire.contracts.topic.Evidence;
import org.jdfwire.contracts.topic.Group;
import org.jdfwire.contracts.topic.Image;
import org.jdfwire.contracts.topic.Link;
import org.jspecify.annotations.Nullable;

/**
 * A topic as the page's blocks give it, before its words are read for countries and dates.
 *
 * @param title the heading
 * @param group place among the topics under the same heading, or null where it is alone
 * @param flags names of its flags in the page's order, each once
 * @param nations words under its heading that name its countries as flags do, or none
 * @param paragraphs text
 * @param images photos
 * @param links links inside the text
 * @param evidence where in the page it stands
 */
public record TopicDraft(
        String title,
        @Nullable Group group,
        List<String> flags,
        String nations,
        List<String> paragraphs,
        List<Image> images,
        List<Link> links,
        Evidence evidence) {}
