package org.jdfwire.parser.layout;

import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdfwire.contracts.page.RejectReason;
import org.jdfwire.contracts.topic.IssueRef;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.refusal.PageRefusedException;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Tells which page of the magazine a document is: by its address first, then its title, then the lines above its first
 * news. The month is what the page states, never computed.
 */
public final class PageIdentifier {
    private static final Pattern ISSUE_PATH = Pattern.compile(".*/jdf/(?:sp/)?no(\\d{1,3})(?:/(.*))?");
    private static final Pattern MAGAZINE_PATH = Pattern.compile(".*/jdf(?:/(.*))?");
    private static final Pattern FILE = Pattern.compile("(?:sp_)?([a-z0-9_-]+?)(?:\\.[a-z]+)?");
    private static final int MOST_HEADER_BLOCKS = 60;

    /**
     * Identifies a page.
     *
     * @param url canonical URL
     * @param title of the document, may be empty
     * @param blocks of the document
     * @throws PageRefusedException {@code not-jdf} or {@code unsupported-layout}
     */
    public PageIdentity identify(String url, String title, List<Block> blocks) {
        List<String> header = headerLines(blocks);
        String path = path(url);
        Matcher issuePath = ISSUE_PATH.matcher(path);
        if (issuePath.matches()) {
            String file = issuePath.group(2);
            return ofFile(file == null ? "" : file, Integer.valueOf(issuePath.group(1)), title, header);
        }
        Matcher magazinePath = MAGAZINE_PATH.matcher(path);
        if (magazinePath.matches()) {
            String file = magazinePath.group(1);
            return ofFile(file == null ? "" : file, null, title, header);
        }
        if (!PageLines.namesTheMagazine(title)) {
            throw new PageRefusedException(
                    RejectReason.NOT_JDF,
                    "url: " + url + ", title: \"" + Words.fold(title)
                            + "\" (expected: an address under /jdf/ or a title that names Japan Defense Focus)");
        }
        String section = sectionOf(title, header);
        return new PageIdentity(issue(null, title, header), section, isIndexTitle(title));
    }

    private static PageIdentity ofFile(String rest, @Nullable Integer number, String title, List<String> header) {
        if (rest.contains("pageindices")) {
            throw new PageRefusedException(
                    RejectReason.UNSUPPORTED_LAYOUT,
                    "url path: " + rest + " is a page of an e-book (expected: a section)");
        }
        String file = rest.substring(rest.lastIndexOf('/') + 1);
        Matcher name = FILE.matcher(file);
        String section = name.matches() ? name.group(1) : null;
        boolean index = file.isEmpty() || "index".equals(section) || "backnumber".equals(section);
        if (index || section == null) {
            section = index ? null : sectionOf(title, header);
        }
        // the magazine's own index names many issues and belongs to none
        IssueRef issue = index && number == null ? null : issue(number, title, header);
        return new PageIdentity(issue, section, index);
    }

    private static @Nullable IssueRef issue(@Nullable Integer number, String title, List<String> header) {
        List<String> lines = new ArrayList<>(header);
        lines.add(title);
        for (int i = 0; i < lines.size() && number == null; i++) {
            number = PageLines.issueNumber(lines.get(i));
        }
        if (number == null || number < 1) {
            return null;
        }
        YearMonth month = null;
        for (int i = 0; i < lines.size() && month == null; i++) {
            month = PageLines.month(lines.get(i));
        }
        return new IssueRef(number, month);
    }

    private static @Nullable String sectionOf(String title, List<String> header) {
        List<String> lines = new ArrayList<>(List.of(title.split("\\|")));
        lines.addAll(header);
        return lines.stream()
                .map(Sections::named)
                .filter(section -> section != null)
                .findFirst()
                .orElse(null);
    }

    private static boolean isIndexTitle(String title) {
        String first = Words.key(title.split("\\|", 2)[0]);
        return first.equals("index") || first.equals("contents") || first.startsWith("backnumber");
    }

    /** Returns the lines above the first news that name the magazine, its number, its month or a section. */
    private static List<String> headerLines(List<Block> blocks) {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks.subList(0, Math.min(blocks.size(), MOST_HEADER_BLOCKS))) {
            String text = block.words();
            if (block instanceof Block.Text && Words.isProse(text)) {
                break;
            }
            if (PageLines.isHeader(text) || Sections.named(text) != null) {
                lines.add(text);
            }
        }
        return lines;
    }

    private static String path(String url) {
        try {
            String path = URI.create(url).getPath();
            return path == null ? "" : path.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // an address that is none has no path; the title decides
            return "";
        }
    }
}
