package org.jdfwire.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Renders one logical page in many markups: the same news, said with other tags.
 *
 * <p>Each choice is drawn from a seeded source, so a failing rendering can be made again from its number.
 */
final class Renderer {
    record Item(List<String> flags, List<String> paragraphs, int photos) {}

    record News(String title, List<Item> items) {}

    private final Random random;
    private final List<String> choices = new ArrayList<>();

    Renderer(long seed) {
        this.random = new Random(seed);
    }

    /** What was chosen, for the message of a failure. */
    String choices() {
        return String.join(" ", choices);
    }

    String render(List<News> page) {
        String heading = choose(
                "heading", "h2", "h3", "h4", "h5", "divb", "pstrong", "font", "himg", "th", "caption", "dt", "ah", "ha",
                "hspan", "twins", "bbr", "class", "big", "styled");
        String flags =
                choose("flags", "p", "ul", "figure", "div", "bare", "intext", "table", "before", "inheading", "title");
        // flags that stand before or in a heading can only be a single item's
        boolean several = page.stream().anyMatch(news -> news.items().size() > 1);
        if (several && (flags.equals("before") || flags.equals("inheading"))) {
            flags = "p";
        }
        String text = choose("text", "p", "openp", "brbr", "div", "indent", "pspan", "td", "nested");
        String photos = choose("photos", "none", "p", "figure", "figcaption", "link", "div", "table", "caption");
        String container = choose("container", "none", "div", "section", "table", "article", "deep", "dl", "li");
        if (heading.equals("class") && photos.equals("none") && flags.equals("title")) {
            flags = "p";
        }
        StringBuilder html = new StringBuilder(top());
        for (News news : page) {
            html.append(open(container));
            boolean first = true;
            for (Item item : news.items()) {
                String flagHtml = flags(flags, item.flags());
                if (first) {
                    String title = news.title();
                    if (flags.equals("before")) {
                        html.append("<p>").append(flagHtml).append("</p>");
                    }
                    html.append(heading(heading, flags.equals("inheading") ? flagHtml : "", title));
                    first = false;
                }
                boolean photosFirst = random.nextBoolean();
                html.append(photosFirst ? photos(photos, news.title(), item.photos()) : "");
                boolean inText = flags.equals("intext");
                boolean placed = flags.equals("before") || flags.equals("inheading");
                html.append(inText || placed ? "" : flagHtml);
                html.append(text(text, inText ? flagHtml : "", item.paragraphs()));
                html.append(photosFirst ? "" : photos(photos, news.title(), item.photos()));
            }
            html.append(close(container));
        }
        html.append(bottom());
        return choose("case", "as is", "upper").equals("upper") ? upperTags(html.toString()) : html.toString();
    }

    private String top() {
        String doctype = choose(
                "doctype", "<!DOCTYPE html>", "", "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">");
        String menu = choose("menu", "none", "ul", "p", "table", "div", "headed", "form");
        String header = choose("header", "p", "h1", "img", "split", "none");
        StringBuilder top = new StringBuilder(doctype);
        top.append(
                "<html><head><title>TOPICS | JDF - Japan Defense Focus (No.133) | Japan Ministry of Defense</title>");
        top.append(
                "<script>document.write('<h3>No topic</h3>')</script><style>.sp{display:none} @media print{.pc{display:none}}</style></head><body>");
        top.append("<!-- <h3>Old topic</h3><p>On May 5, this was removed.</p> -->");
        top.append("<a href='/en/'><img src='/en/img/logo.gif' alt='Japan Ministry of Defense'></a>");
        top.append(
                "<p><a href='/en/'>HOME</a> &gt; <a href='/en/jdf/'>JDF - Japan Defense Focus</a> &gt; NO.133 TOPICS</p>");
        top.append(
                switch (header) {
                    case "p" -> "<p>Japan Defense Focus No.133 Mar. 2021</p><h2>TOPICS</h2>";
                    case "h1" -> "<h1>Japan Defense Focus No.133 Mar. 2021</h1><h1>TOPICS</h1>";
                    case "img" ->
                        "<h1><img src='t.png' alt='Japan Defense Focus No.133 Mar. 2021'></h1><h2><img src=s.png alt=TOPICS></h2>";
                    case "split" ->
                        "<div>Japan Defense Focus</div><div>No.133</div><div>March 2021</div><p><b>TOPICS</b></p>";
                    default -> "<p>Japan Defense Focus No.133 Mar. 2021</p>";
                });
        top.append(menu(menu));
        return top.toString();
    }

    private static String menu(String menu) {
        String[] names = {"Index", "Special Feature", "Activities"};
        String[] files = {"index.html", "specialfeature.html", "activities.html"};
        List<String> links = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            links.add("<a href='" + files[i] + "'>" + names[i] + "</a>");
        }
        return switch (menu) {
            case "ul" -> "<div><ul><li>" + String.join("<li>", links) + "<li>Topics</ul></div>";
            case "p" -> "<p>" + String.join(" | ", links) + "</p>";
            case "table" -> "<table><tr><td>" + String.join("</td><td>", links) + "</td></tr></table>";
            case "div" -> "<div>" + String.join("</div><div>", links) + "</div>";
            case "headed" -> "<h3>Menu</h3><ul><li>" + String.join("</li><li>", links) + "</li></ul>";
            case "form" ->
                "<form action='/search'><label>Search</label><input name=q><select><option>All</option></select></form>";
            default -> "";
        };
    }

    private String bottom() {
        String pageTop = choose("pagetop", "a", "img", "none");
        String share = choose("share", "none", "ul", "p");
        String footer = choose("footer", "none", "div", "table", "footer");
        return switch (pageTop) {
                    case "a" -> "<p><a href='#'>PAGE TOP</a></p>";
                    case "img" -> "<div><a href='#top'><img src='pagetop.png' alt='PAGE TOP'></a></div>";
                    default -> "";
                }
                + switch (share) {
                    case "ul" ->
                        "<ul><li><a href='https://twitter.com/'>Tweet</a></li><li><a href='https://facebook.com/'>Share</a></li></ul>";
                    case "p" ->
                        "<p><a href='https://twitter.com/'>Tweet</a> <a href='https://facebook.com/'>Share</a></p>";
                    default -> "";
                }
                + switch (footer) {
                    case "div" ->
                        "<div><p>Ministry of Defense<br>5-1 Ichigaya Honmura-cho, Shinjuku-ku, Tokyo 162-8801, Japan</p><p>Copyright (C) Ministry of Defense</p></div>";
                    case "table" ->
                        "<table><tr><td>Copyright (c) 2021 Ministry of Defense. All Rights Reserved.</td></tr></table>";
                    case "footer" ->
                        "<footer><h2>Ministry of Defense</h2><address>5-1 Ichigaya Honmura-cho, Shinjuku-ku, Tokyo 162-8801</address></footer>";
                    default -> "";
                }
                + "</body></html>";
    }

    private String heading(String form, String flags, String title) {
        return switch (form) {
            case "h2", "h3", "h4", "h5" -> "<" + form + ">" + flags + title + "</" + form + ">";
            case "divb" -> "<div class=title><b>" + flags + title + "</b></div>";
            case "pstrong" -> "<p>" + flags + "<strong>" + title + "</strong></p>";
            case "font" -> "<br><br><font size='+1'>" + flags + title + "</font><br><br>";
            case "himg" -> "<h3>" + flags + "<img src='img/h.png' alt='" + title + "'></h3>";
            case "th" -> "<table><tr><th>" + flags + title + "</th></tr></table>";
            case "caption" -> "<table><caption>" + flags + title + "</caption><tr><td></td></tr></table>";
            case "dt" -> "<dl><dt>" + flags + title + "</dt></dl>";
            case "ah" -> "<a name=t href='#t'><h3>" + flags + title + "</h3></a>";
            case "ha" -> "<h4>" + flags + "<a href='topics.html#t1'>" + title + "</a></h4>";
            case "hspan" -> "<h3 class=h><span>" + flags + title.replace(" ", "&nbsp;") + "</span></h3>";
            case "twins" ->
                "<h3>" + flags + "<span class=pc>" + title + "</span><span class=sp>" + title + "</span></h3>";
            case "bbr" -> "<br><br><b>" + flags + title + "</b><br>";
            case "class" -> "<div class=midashi>" + flags + title + "</div>";
            case "big" -> "<br><br><big>" + flags + title + "</big><br>\n<br>\n";
            default -> "<p style='font-weight: bold'>" + flags + title + "</p>";
        };
    }

    private static String flags(String form, List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        List<String> images = names.stream()
                .map(name -> form.equals("title")
                        ? "<img src='f_" + name + ".gif' title='Flag:" + name + "'>"
                        : "<img src='../img/flag_" + name + ".png' alt='Flag:" + name + "' width=30>")
                .toList();
        return switch (form) {
            case "p", "title" -> "<p>" + String.join(" ", images) + "</p>";
            case "ul" -> "<ul><li>" + String.join("<li>", images) + "</ul>";
            case "figure" -> "<figure>" + String.join("", images) + "</figure>";
            case "div" -> "<div>" + String.join("&nbsp;", images) + "</div>";
            case "table" -> "<table><tr><td>" + String.join("</td><td>", images) + "</td></tr></table>";
            default -> String.join("", images);
        };
    }

    private static String text(String form, String flags, List<String> paragraphs) {
        StringBuilder html = new StringBuilder(form.equals("nested") ? "<table><tr><td><table><tr><td>" : "");
        String lead = flags;
        for (String paragraph : paragraphs) {
            String words = lead + paragraph;
            lead = "";
            html.append(
                    switch (form) {
                        case "p" -> "<p>" + words + "</p>";
                        case "openp", "nested" -> "<p>\n" + words + "\n";
                        case "brbr" -> words + "<br>\n<br>\n";
                        case "indent" -> words + "<br>\u3000";
                        case "div" -> "<div>" + words + "</div>";
                        case "pspan" -> "<p>\u3000<span>" + words + "</span></p>";
                        default -> "<table><tr><td>" + words + "</td></tr></table>";
                    });
        }
        return html.append(form.equals("nested") ? "</td></tr></table></td></tr></table>" : "")
                .append(form.equals("indent") ? "<br><br>" : "")
                .toString();
    }

    private static String photos(String form, String title, int count) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String image = "<img src='images/p" + i + ".jpg' alt='" + title + "'>";
            html.append(
                    switch (form) {
                        case "p" -> "<p>" + image + "</p>";
                        case "figure" -> "<figure>" + image + "</figure>";
                        case "figcaption" -> "<figure>" + image + "<figcaption>" + title + "</figcaption></figure>";
                        case "link" -> "<p><a href='images/p" + i + "_l.jpg'>" + image + "</a></p>";
                        case "div" -> "<div class=photo>" + image + "</div>";
                        case "table" -> "<table><tr><td>" + image + "</td></tr></table>";
                        case "caption" -> "<p>" + image + "<br>" + title + "</p>";
                        default -> "";
                    });
        }
        return html.toString();
    }

    private static String open(String container) {
        return switch (container) {
            case "div" -> "<div>";
            case "section" -> "<section>";
            case "article" -> "<article>";
            case "table" -> "<table><tr><td>";
            case "deep" -> "<div><center><div>";
            case "dl" -> "<dl><dd>";
            case "li" -> "<ul><li>";
            default -> "";
        };
    }

    private static String close(String container) {
        return switch (container) {
            case "div" -> "</div>";
            case "section" -> "</section>";
            case "article" -> "</article>";
            case "table" -> "</td></tr></table>";
            case "deep" -> "</div></center></div>";
            case "dl" -> "</dd></dl>";
            case "li" -> "</li></ul>";
            default -> "";
        };
    }

    private static String upperTags(String html) {
        return Pattern.compile("</?[a-z][a-z0-9]*")
                .matcher(html)
                .replaceAll(match -> match.group().toUpperCase(Locale.ROOT));
    }

    private String choose(String name, String... options) {
        String chosen = options[random.nextInt(options.length)];
        choices.add(name + "=" + chosen);
        return chosen;
    }
}
