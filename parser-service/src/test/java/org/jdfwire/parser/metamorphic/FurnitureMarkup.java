package org.jdfwire.parser.metamorphic;

import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands around the news of a page: title, header, menus, controls, footer, and what no reader sees. */
final class FurnitureMarkup {
    private static final List<String> FILES = List.of("index.html", "specialfeature.html", "activities.html");
    private static final List<String> NAMES = List.of("Index", "Special Feature", "Activities");

    private final Choices choices;
    private final LogicalPage page;

    FurnitureMarkup(Choices choices, LogicalPage page) {
        this.choices = choices;
        this.page = page;
    }

    String head() {
        String doctype = choices.of(
                "doctype",
                "<!DOCTYPE html>\n",
                "",
                "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">\n");
        String title = page.number() >= 113
                ? section() + " | JDF - Japan Defense Focus (No." + page.number() + ") | Japan Ministry of Defense"
                : choices.of("title", "Japan Ministry of Defense", "JDF", "");
        String code = choices.of(
                "code",
                "",
                "<script>document.write('<h3>No topic</h3>')</script>",
                "<style>.sp { color: red }</style>");
        return doctype + "<html lang='en'><head><title>" + title + "</title>" + code + "</head><body>\n";
    }

    String above() {
        return comment() + notice() + logo() + crumb() + header() + menu();
    }

    String below(String top) {
        return switch (top) {
                    case "end" -> "<p><a href='#'>PAGE TOP</a></p>\n";
                    case "img" -> "<div><a href='#top'><img src='pagetop.png' alt='PAGE TOP'></a></div>\n";
                    case "japanese" -> "<div><a href='#'>このページの先頭へ</a></div>\n";
                    default -> "";
                }
                + backAndNext()
                + share()
                + footer();
    }

    private String comment() {
        return switch (choices.of("comment", "none", "old topic", "conditional", "noscript")) {
            case "old topic" -> "<!-- <h3>Old topic</h3><p>On May 5, this was removed.</p> -->\n";
            case "conditional" -> "<!--[if lt IE 9]><p>Please use a newer browser to read this.</p><![endif]-->\n";
            case "noscript" -> "<noscript><p>Please turn on scripts to read this page.</p></noscript>\n";
            default -> "";
        };
    }

    /** What a site tells its visitors before anything else. */
    private String notice() {
        int before = page.number() - 1;
        return switch (choices.of("notice", "none", "cookies", "issues", "translate", "trail", "skip")) {
            case "cookies" ->
                "<div><p>We use cookies to improve this site. By reading on, you agree to our use of cookies. For more, read our <a href='/privacy'>policy</a>.</p><button>Accept</button></div>\n";
            case "issues" ->
                "<ul><li><a href='../no" + before + "/topics.html'>No." + before
                        + " (Feb. 2011)</a></li><li><a href='../'>Jan. 2011</a></li></ul>\n";
            case "translate" ->
                "<div><select><option>Select Language</option><option>French</option></select>Powered by <a href='https://translate.google.com'><img src='g.png' alt='Google Translate'>Translate</a></div>\n";
            case "trail" ->
                "<nav aria-label='Breadcrumb'><ol><li><a href='/en/'><span>Home</span></a></li><li><span>Japan Defense Focus</span></li></ol></nav>\n";
            case "skip" -> "<a href='#main'>Skip to main content</a>\n";
            default -> "";
        };
    }

    private String logo() {
        return switch (choices.of("logo", "link", "plain", "text", "none")) {
            case "link" -> "<a href='/en/'><img src='/en/img/logo.gif' alt='Japan Ministry of Defense'></a>\n";
            case "plain" -> "<div><img src='/en/img/logo.gif' alt='Japan Ministry of Defense'></div>\n";
            case "text" -> "<div>Japan Ministry of Defense</div>\n";
            default -> "";
        };
    }

    private String crumb() {
        String here = "NO." + page.number() + " " + section();
        return switch (choices.of("crumb", "none", "links", "plain", "list")) {
            case "links" ->
                "<p><a href='/en/'>HOME</a> &gt; <a href='/en/jdf/'>JDF - Japan Defense Focus</a> &gt; " + here
                        + "</p>\n";
            case "plain" -> "<div>HOME &gt; " + here + "</div>\n";
            case "list" ->
                "<ul><li><a href='/en/'>HOME</a></li><li><a href='/en/jdf/'>JDF</a></li><li>" + here + "</li></ul>\n";
            default -> "";
        };
    }

    private String header() {
        YearMonth month = page.month();
        String form = choices.of("header", "p", "h1", "img", "split", "spans", "none");
        // a month that the page states must stand on it
        if (form.equals("none") && month == null) {
            return "";
        }
        String number = "No." + page.number();
        String date = month == null ? "" : " " + date(month);
        String line = choices.of("name", "Japan Defense Focus ", "JDF JapanDefenseFocus ", "Japan Defense Focus (JDF) ")
                + number
                + date;
        String section = choices.of(
                "section",
                "",
                "<h1>%s</h1>",
                "<h2>%s</h2>",
                "<p>%s</p>",
                "<h2><img src='s.png' alt='%s'></h2>",
                "<div><b>%s</b></div>");
        return switch (form) {
                    case "h1" -> "<h1>" + line + "</h1>\n";
                    case "img" -> "<h1><img src='t.png' alt='" + line + "'></h1>\n";
                    case "split" -> "<div>Japan Defense Focus</div><div>" + number + "</div><div>" + date + "</div>\n";
                    case "spans" ->
                        "<div><span>Japan Defense Focus</span> <span>" + number + "</span> <span>" + date
                                + "</span></div>\n";
                    default -> "<p>" + line + "</p>\n";
                }
                + section.replace("%s", section()) + "\n";
    }

    private String section() {
        return page.section().equals("specialfeature")
                ? "SPECIAL FEATURE"
                : page.section().toUpperCase(Locale.ROOT);
    }

    private String date(YearMonth month) {
        String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return switch (choices.of("date", "Mar. 2021", "March 2021", "MARCH 2021")) {
            case "Mar. 2021" -> name.substring(0, 3) + ". " + month.getYear();
            case "MARCH 2021" -> name.toUpperCase(Locale.ROOT) + " " + month.getYear();
            default -> name + " " + month.getYear();
        };
    }

    private String menu() {
        List<String> links = NAMES.stream()
                .map(name -> "<a href='" + FILES.get(NAMES.indexOf(name)) + "'>" + name + "</a>")
                .toList();
        return switch (choices.of(
                "menu", "none", "ul", "p", "table", "div", "headed", "form", "nav", "contents", "br")) {
            case "ul" ->
                "<div><ul><li>" + String.join("</li><li>", links) + "</li><li>" + section() + "</li></ul></div>\n";
            case "p" -> "<p>" + String.join(" | ", links) + "</p>\n";
            case "table" -> "<table><tr><td>" + String.join("</td><td>", links) + "</td></tr></table>\n";
            case "div" -> "<div>" + String.join("</div><div>", links) + "</div>\n";
            case "br" -> "<div>" + String.join("<br>", links) + "</div>\n";
            case "headed" -> "<h3>Menu</h3><ul><li>" + String.join("</li><li>", links) + "</li></ul>\n";
            case "nav" -> "<nav><a href='index.html'>Index</a> Other words of a menu stand here.</nav>\n";
            case "form" ->
                "<form action='/search'><label>Search this site</label><input name='q'><select><option>All</option></select></form>\n";
            case "contents" ->
                page.news().stream()
                        .map(news -> "<a href='#t'>" + news.title() + "</a>")
                        .collect(Collectors.joining("</li><li>", "<ul><li>", "</li></ul>\n"));
            default -> "";
        };
    }

    private String backAndNext() {
        return switch (choices.of("back", "none", "p", "ul", "img")) {
            case "p" -> "<p><a href='activities.html'>back</a> | <a href='column.html'>next</a></p>\n";
            case "ul" ->
                "<ul><li><a href='activities.html'>Back</a></li><li><a href='column.html'>Next</a></li></ul>\n";
            case "img" -> "<div><a href='column.html'><img src='next.gif' alt='Next'></a></div>\n";
            default -> "";
        };
    }

    private String share() {
        return switch (choices.of("share", "none", "ul", "p")) {
            case "ul" ->
                "<ul><li><a href='https://twitter.com/'>Tweet</a></li><li><a href='https://facebook.com/'>Share</a></li></ul>\n";
            case "p" -> "<p><a href='https://twitter.com/'>Tweet</a> <a href='https://facebook.com/'>Share</a></p>\n";
            default -> "";
        };
    }

    private String footer() {
        return switch (choices.of("footer", "none", "div", "table", "footer", "japanese")) {
            case "div" ->
                "<div><p>Ministry of Defense<br>5-1 Ichigaya Honmura-cho, Shinjuku-ku, Tokyo 162-8801, Japan</p><p>Copyright (C) Ministry of Defense</p></div>\n";
            case "table" ->
                "<table><tr><td>Copyright (c) 2021 Ministry of Defense. All Rights Reserved.</td></tr></table>\n";
            case "footer" ->
                "<footer><h2>Ministry of Defense</h2><address>5-1 Ichigaya Honmura-cho, Shinjuku-ku, Tokyo 162-8801</address></footer>\n";
            case "japanese" -> "<div>〒162-8801 東京都新宿区市谷本村町5-1 電話03-5366-3111(代表) このサイトについて</div>\n";
            default -> "";
        };
    }
}
