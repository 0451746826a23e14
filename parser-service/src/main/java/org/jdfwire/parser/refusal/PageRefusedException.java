package org.jdfwire.parser.refusal;

import org.jdfwire.contracts.page.RejectReason;

/** Thrown by a step that cannot read the page; it carries what the reject will say. */
public final class PageRefusedException extends RuntimeException {
    private final RejectReason reason;

    /**
     * Refuses the page.
     *
     * @param reason why
     * @param detail why, in a sentence, with the value that was found and what was expected
     */
    public PageRefusedException(RejectReason reason, String detail) {
        // no stack trace: a refusal is an outcome of the page, not a defect
        super(detail, null, false, false);
        this.reason = reason;
    }

    public RejectReason reason() {
        return reason;
    }

    /** Returns why, in a sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
