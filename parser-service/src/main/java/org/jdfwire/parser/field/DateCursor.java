package org.jdfwire.parser.field;

import java.util.List;
import org.jdfwire.parser.field.DateToken.Kind;

/** A place among the tokens of a text, from which a form of a date is read token by token. */
final class DateCursor {
    private static final DateToken END = new DateToken(Kind.OTHER, 0, 0, 0, false);

    private final List<DateToken> tokens;
    private int start;
    private int at;

    DateCursor(List<DateToken> tokens) {
        this.tokens = tokens;
    }

    /** Begins to read a form at a token. */
    void begin(int from) {
        start = from;
        at = from;
    }

    int at() {
        return at;
    }

    /** Goes back to where it was, after a form turned out to be another. */
    void goTo(int place) {
        at = place;
    }

    void pass(int count) {
        at += count;
    }

    /** Whether any token of the form was read. */
    boolean hasBegun() {
        return at > start;
    }

    /** Returns the token that the form begins with. */
    DateToken first() {
        return tokens.get(start);
    }

    /** Returns the last token that was read. */
    DateToken last() {
        return tokens.get(at - 1);
    }

    /** Returns the token before the form. */
    DateToken before() {
        return token(start - 1);
    }

    /** Passes over a token of that kind; returns whether one stands here. */
    boolean skip(Kind kind) {
        if (peek().kind() != kind) {
            return false;
        }
        at++;
        return true;
    }

    DateToken next() {
        return tokens.get(at++);
    }

    DateToken peek() {
        return token(at);
    }

    DateToken peek(int ahead) {
        return token(at + ahead);
    }

    private DateToken token(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : END;
    }
}
