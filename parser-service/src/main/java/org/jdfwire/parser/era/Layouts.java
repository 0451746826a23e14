package org.jdfwire.parser.era;

import java.util.List;

/** All layouts, in the order in which they are asked: kinds of page first, then the eras by issue number. */
public final class Layouts {
    /** The last one takes every page of the magazine. */
    public static final List<Layout> ALL = List.of(
            new Ebook(),
            new IndexPage(),
            new Smartphone(),
            new Issues2006(),
            new Issues2009(),
            new Issues2011(),
            new Issues2014(),
            new Issues2018(),
            new Issues2019(),
            new UnknownIssue());

    private Layouts() {}

    static Layout of(PageFacts page) {
        for (Layout layout : ALL) {
            if (layout.recognizes(page)) {
                return layout;
            }
        }
        throw new IllegalStateException("layouts: none recognizes a page (expected: the last one takes every page)");
    }
}
