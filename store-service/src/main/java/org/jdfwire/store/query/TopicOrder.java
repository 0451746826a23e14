package org.jdfwire.store.query;

import java.util.Arrays;
import java.util.List;
import org.jdfwire.contracts.Checks;
import org.jdfwire.contracts.change.Cursor;
import org.jdfwire.store.projection.TopicDocument;
import org.springframework.data.domain.Sort;

/** How a list of topics is sorted; topics without a date are before all dates. */
public enum TopicOrder {
    NEWEST("-updated", TopicDocument.STATE_CURSOR, Sort.Direction.DESC),
    OLDEST("updated", TopicDocument.STATE_CURSOR, Sort.Direction.ASC),
    LATEST_DAY("-occurred", TopicDocument.FIRST_DAY, Sort.Direction.DESC),
    EARLIEST_DAY("occurred", TopicDocument.FIRST_DAY, Sort.Direction.ASC);

    private final String text;
    private final String field;
    private final Sort.Direction direction;

    TopicOrder(String text, String field, Sort.Direction direction) {
        this.text = text;
        this.field = field;
        this.direction = direction;
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
        if (isByCursor()) {
            Cursor.parse(value);
        }
        return new TopicFinder.Mark(value, topicId);
    }

    /** Returns the mark of a list that ended with that topic. */
    TopicFinder.Mark mark(TopicDocument last) {
        return new TopicFinder.Mark(isByCursor() ? Long.toString(last.stateCursor()) : last.firstDay(), last.id());
    }

    String field() {
        return field;
    }

    /** Returns which way it goes. */
    public Sort.Direction direction() {
        return direction;
    }

    /** Returns whether the cursor of the change that made the state decides, and not a day. */
    public boolean isByCursor() {
        return field.equals(TopicDocument.STATE_CURSOR);
    }
}
