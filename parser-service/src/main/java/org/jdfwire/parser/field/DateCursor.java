package org.jdfwire.parser.field;

import org.jdfwire.parser.field.DateToken.Kind;

/** A place among the tokens of a text, from which a form of a date is read token by token. */
final class DateCursor {
    private static final DateToken END = new DateToken(Kind.OTHER, 0, 0, 0, false);

    private final DateTokens tokens;
    private int start;
    private int at;

    DateCursor(DateTokens tokens) {
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
        return token(start);
    }

    /** Returns the last token that was read. */
    DateToken last() {
        return token(at - 1);
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
        return token(at++);
    }

    DateToken peek() {
        return token(at);
    }

    DateToken peek(int ahead) {
        return token(at + ahead);
    }

    private DateToken token(int index) {
        DateToken token = index < 0 ? null : tokens.get(index);
        return token == null ? END : token;
    }
}
