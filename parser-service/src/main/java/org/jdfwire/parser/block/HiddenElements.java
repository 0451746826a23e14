package org.jdfwire.parser.block;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Knows what the page itself hides from a reader at a desk: by attribute, by inline style, or by the page's own
 * {@code style} elements. Of the copies of one picture or text for two screens, one is hidden this way. What the reader can
 * unfold is not hidden.
 */
final class HiddenElements {
    private static final Pattern HIDING =
            Pattern.compile("(?:^|[;\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");
    private static final Pattern SIMPLE = Pattern.compile("([a-z][a-z0-9]*)?([.#])([\\w-]+)");

    /** What sets words off the screen, or cuts all of them off, to be heard only. */
    private static final Pattern OFF_SCREEN = Pattern.compile(
            "(?:^|[;\\s])(?:(?:text-indent|left|top|margin-left)\\s*:\\s*-\\d{4,}(?:\\.\\d+)?(?:px|r?em|%)"
                    + "|clip\\s*:\\s*rect\\((?:\\s*+[01](?:px)?+[\\s,]*+){4}\\)|clip-path\\s*:\\s*inset\\(\\s*(?:50|100)%\\s*\\))");

    private final Set<String> selectors;
    private final Set<String> offScreen;

    private final Folds folds;

    private HiddenElements(Set<String> selectors, Set<String> offScreen, Folds folds) {
        this.selectors = selectors;
        this.offScreen = offScreen;
        this.folds = folds;
    }

    static HiddenElements of(Survey survey) {
        Set<String> selectors = new HashSet<>();
        Set<String> offScreen = new HashSet<>();
        for (Element style : survey.styles()) {
            String sheet = withoutConditions(withoutComments(style.data()));
            addRules(sheet, HIDING, selectors);
            addRules(sheet, OFF_SCREEN, offScreen);
        }
        return new HiddenElements(selectors, offScreen, survey.folds());
    }

    /** Whether it stands where a reader sees nothing of it: a label for who hears the page. */
    boolean isOffScreen(Element element) {
        return matches(element, OFF_SCREEN, offScreen);
    }

    boolean contains(Element element) {
        return isHidden(element) && !folds.unfolds(element);
    }

    private boolean isHidden(Element element) {
        return element.hasAttr("hidden") || matches(element, HIDING, selectors);
    }

    private static boolean matches(Element element, Pattern style, Set<String> selectors) {
        if (element.hasAttr("style") && hides(element.attr("style"), style)) {
            return true;
        }
        if (selectors.isEmpty()) {
            return false;
        }
        if (element.hasAttr("id") && isSelected(selectors, element.normalName(), "#" + element.id())) {
            return true;
        }
        if (element.hasAttr("class")) {
            for (String name : element.classNames()) {
                if (isSelected(selectors, element.normalName(), "." + name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSelected(Set<String> selectors, String tag, String mark) {
        return selectors.contains(mark) || selectors.contains(tag + mark);
    }

    private static boolean hides(String style, Pattern hiding) {
        return hiding.matcher(style.toLowerCase(Locale.ROOT)).find();
    }

    /** Goes through the rules brace by brace: a pattern would look at the rest of the sheet from every letter. */
    private static void addRules(String sheet, Pattern hiding, Set<String> selectors) {
        int start = 0;
        int open = -1;
        for (int i = 0; i < sheet.length(); i++) {
            char c = sheet.charAt(i);
            if (c == '{') {
                start = open >= 0 ? open + 1 : start;
                open = i;
            } else if (c == '}') {
                if (open >= 0 && hides(sheet.substring(open + 1, i), hiding)) {
                    addSimple(sheet.substring(start, open), selectors);
                }
                start = i + 1;
                open = -1;
            }
        }
    }

    private static void addSimple(String list, Set<String> selectors) {
        for (String selector : list.split(",")) {
            Matcher simple = SIMPLE.matcher(selector.trim());
            if (simple.matches()) {
                @Nullable String tag = simple.group(1);
                selectors.add((tag == null ? "" : tag) + simple.group(2) + simple.group(3));
            }
        }
    }

    private static String withoutComments(String sheet) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        int open = sheet.indexOf("/*");
        while (open >= 0) {
            kept.append(sheet, at, open).append(' ');
            int close = sheet.indexOf("*/", open + 2);
            at = close < 0 ? sheet.length() : close + 2;
            open = sheet.indexOf("/*", at);
        }
        return kept.append(sheet, at, sheet.length()).toString();
    }

    /** Drops {@code @media} and other conditional blocks: what is hidden only on some screens is not hidden here. */
    private static String withoutConditions(String sheet) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < sheet.length()) {
            int condition = sheet.indexOf('@', at);
            if (condition < 0) {
                return kept.append(sheet, at, sheet.length()).toString();
            }
            kept.append(sheet, at, condition);
            at = endOfCondition(sheet, condition);
        }
        return kept.toString();
    }

    private static int endOfCondition(String sheet, int from) {
        int depth = 0;
        for (int i = from; i < sheet.length(); i++) {
            char c = sheet.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth <= 0) {
                return i + 1;
            } else if (c == ';' && depth == 0) {
                return i + 1;
            }
        }
        return sheet.length();
    }
}
