package org.jdfwire.store.query;

import java.util.Arrays;
import java.util.List;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.projection.TopicDocument;

/** How a list of topics is sorted; topics without a date are before all dates. */
public enum TopicOrder {
    NEWEST("-updated", TopicDocument.CURSOR, true),
    OLDEST("updated", TopicDocument.CURSOR, false),
    LATEST_DAY("-occurred", TopicDocument.FIRST_DAY, true),
    EARLIEST_DAY("occurred", TopicDocument.FIRST_DAY, false);

    private final String text;
    private final String field;
    private final boolean descending;

    TopicOrder(String text, String field, boolean descending) {
        this.text = text;
        this.field = field;
        this.descending = descending;
    }

    /** Reads the form of the parameter {@code sort}; throws {@link IllegalArgumentException} for any other text. */
    public static TopicOrder of(String text) {
        return Checks.oneOf("sort", text, TopicOrder.class, order -> order.text);
    }

    /** Returns the forms that {@link #of} reads. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(order -> order.text).toList();
    }

    /** Returns the form of the parameter. */
    public String text() {
        return text;
    }

    /** Reads a mark back; throws {@link IllegalArgumentException} where the value is not what this order sorts by. */
    public TopicFinder.Mark mark(String value, String topicId) {
        if (field.equals(TopicDocument.CURSOR)) {
            Cursor.parse(value);
        }
        return new TopicFinder.Mark(value, topicId);
    }

    String field() {
        return field;
    }

    boolean isDescending() {
        return descending;
    }
}
