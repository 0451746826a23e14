package org.jdfwire.contracts.topic;

import org.jdfwire.contracts.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a topic.
 *
 * @param url absolute
 * @param alt alternative text, null where there is none; it may be another article's, so it is never a title by itself
 * @param caption text under the photo, null where there is none or where it only repeats the heading
 */
public record Image(
        String url, @Nullable String alt, @Nullable String caption) {
    public Image {
        Checks.text("image url", url);
    }
}
