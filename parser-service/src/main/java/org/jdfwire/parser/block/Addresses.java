package org.jdfwire.parser.block;

import org.jsoup.nodes.Element;

/** Makes addresses absolute: the plain ones, which nearly all are, without building a URL object for each. */
final class Addresses {
    private static final String MARKS = "/._-?=&";
    private static final String UP = "../";

    private Addresses() {}

    /** Returns the absolute address that an attribute holds, as {@link Element#absUrl} does; empty where it is none. */
    static String absolute(Element element, String attribute) {
        String address = element.attr(attribute);
        String base = element.baseUri();
        int host = base.indexOf("//") + 2;
        int root = base.indexOf('/', host);
        if (host < 2 || root < 0 || base.indexOf('?') >= 0 || base.indexOf('#') >= 0 || !isPlain(address)) {
            return element.absUrl(attribute);
        }
        if (address.charAt(0) == '/') {
            return base.substring(0, root) + address;
        }
        int folder = base.lastIndexOf('/');
        int from = 0;
        while (address.startsWith(UP, from) && folder > root) {
            folder = base.lastIndexOf('/', folder - 1);
            from += UP.length();
        }
        return address.startsWith(UP, from)
                ? element.absUrl(attribute)
                : base.substring(0, folder + 1) + address.substring(from);
    }

    /** Whether it is letters, digits and common marks, with steps up only at its start. */
    private static boolean isPlain(String address) {
        int steps = 0;
        while (address.startsWith(UP, steps)) {
            steps += UP.length();
        }
        for (int i = steps; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean afterSlash = i == 0 || address.charAt(i - 1) == '/';
            // what follows a slash may be a step or another host
            if (!(letter || (MARKS.indexOf(c) >= 0 && !(afterSlash && (c == '.' || (c == '/' && i > 0)))))) {
                return false;
            }
        }
        return address.length() > steps && (steps == 0 || address.charAt(steps) != '/') && address.charAt(steps) != '?';
    }
}
