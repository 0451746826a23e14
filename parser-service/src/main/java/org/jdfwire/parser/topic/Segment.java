package org.jdfwire.parser.topic;

import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jdfwire.parser.block.Block;
import org.jdfwire.parser.field.DateReader;
import org.jdfwire.parser.text.Words;
import org.jspecify.annotations.Nullable;

/** A heading with all that stands under it up to the next heading. */
final class Segment {
    private final Block.Heading heading;
    private final List<Block> body = new ArrayList<>();
    private @Nullable MonthDay openingDay;
    private boolean dayIsRead;

    private Segment(Block.Heading heading) {
        this.heading = heading;
    }

    /**
     * Splits a page at its headings. A heading said again is the same one, unless all its words are said again too: that
     * is a copy, for another screen, and stays apart. So does news of another day under the same words.
     */
    static List<Segment> split(List<Block> blocks) {
        List<Segment> segments = new ArrayList<>();
        List<Block> before = new ArrayList<>();
        @Nullable Segment current = null;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!(block instanceof Block.Heading heading)) {
                (current == null ? before : current.body).add(block);
                continue;
            }
            if (current != null && current.repeats(heading) && !current.hasText()) {
                continue;
            }
            List<Block> above = current == null ? before : current.body;
            current = new Segment(heading);
            if (!startsWithFlag(blocks, i + 1)) {
                moveTrailingFlags(above, current.body);
            }
            segments.add(current);
        }
        return joined(segments);
    }

    private static List<Segment> joined(List<Segment> segments) {
        List<Segment> joined = new ArrayList<>();
        for (Segment segment : segments) {
            Segment last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null
                    && last.repeats(segment.heading)
                    && !last.tellsTheSame(segment)
                    && !last.isOtherNews(segment)) {
                last.body.addAll(segment.body);
                // beside flags no day tells news apart
                last.openingDay = segment.hasFlags() ? null : last.openingDay;
            } else {
                joined.add(segment);
            }
        }
        return joined;
    }

    /** Whether both tell, without flags, what happened on another day: then only their headings are the same. */
    private boolean isOtherNews(Segment other) {
        MonthDay mine = day();
        MonthDay others = other.day();
        return mine != null && others != null && !mine.equals(others) && heading.level() == other.heading.level();
    }

    /** Reads the opening day once: what was joined before may be long. */
    private @Nullable MonthDay day() {
        if (!dayIsRead) {
            openingDay = openingDay();
            dayIsRead = true;
        }
        return openingDay;
    }

    /** Returns the day on which its first sentence says that it happened, null where it has flags or says none. */
    private @Nullable MonthDay openingDay() {
        if (hasFlags()) {
            return null;
        }
        for (Block block : body) {
            if (block instanceof Block.Text text) {
                boolean prose = !(text instanceof Block.TableRow) && Words.isProse(text.text());
                return prose ? DateReader.openingDay(text.text()) : null;
            }
        }
        return null;
    }

    private boolean repeats(Block.Heading other) {
        return Words.same(heading.text(), other.text());
    }

    private boolean hasFlags() {
        return body.stream().anyMatch(Block.Flag.class::isInstance);
    }

    private boolean hasText() {
        return body.stream().anyMatch(Block.Text.class::isInstance);
    }

    /** Compares text by text up to the first that differs: what was joined before may be long. */
    private boolean tellsTheSame(Segment other) {
        Iterator<String> mine = told();
        Iterator<String> others = other.told();
        while (mine.hasNext() && others.hasNext()) {
            if (!mine.next().equals(others.next())) {
                return false;
            }
        }
        return !mine.hasNext() && !others.hasNext();
    }

    private Iterator<String> told() {
        return body.stream()
                .filter(Block.Text.class::isInstance)
                .map(Block::words)
                .iterator();
    }

    /** Returns whether runs of flags stand after their items on this page. */
    static boolean flagsCloseItems(List<Segment> segments) {
        boolean anyOpens = segments.stream().anyMatch(segment -> startsWithFlag(segment.body, 0));
        // a heading with nothing under it, as of links beside the news, is no item that flags could close
        List<Segment> told = segments.stream().filter(Segment::hasText).toList();
        return !anyOpens && !told.isEmpty() && told.get(told.size() - 1).endsWithFlag();
    }

    /** Divides the segment into items and tells the owners of pictures which block belongs to which. */
    List<Item> items(boolean flagsClose, ImageOwners owners) {
        List<Item> items = new ArrayList<>();
        Item item = new Item(heading);
        item.add(heading.place());
        owners.own(heading, item);
        items.add(item);
        boolean inRun = false;
        boolean closed = false;
        boolean several = runs() > 1;
        for (int i = 0; i < body.size(); i++) {
            Block block = body.get(i);
            if (block instanceof Block.Flag flag) {
                boolean introduction = items.size() == 1 && !item.hasFlags();
                if (!flagsClose && !inRun && item.hasText() && several && !introduction && opensProse(i)) {
                    item = next(items);
                }
                item.add(flag);
                owners.own(flag, item);
                inRun = true;
                closed = false;
            } else if (block instanceof Block.Text text) {
                if (flagsClose && inRun) {
                    item = next(items);
                }
                inRun = false;
                if (!closed) {
                    item.add(text);
                    owners.own(text, item);
                }
            } else if (block instanceof Block.Break) {
                closed = true;
                inRun = false;
            }
        }
        return items;
    }

    private Item next(List<Item> items) {
        Item item = new Item(heading);
        items.add(item);
        return item;
    }

    /** Counts the runs of flags under which a sentence stands: those in a table of countries open nothing. */
    private int runs() {
        int runs = 0;
        boolean inRun = false;
        for (int i = 0; i < body.size(); i++) {
            if (body.get(i) instanceof Block.Flag && !inRun) {
                runs += opensProse(i) ? 1 : 0;
                inRun = true;
            } else if (body.get(i) instanceof Block.Text) {
                inRun = false;
            }
        }
        return runs;
    }

    /** Whether a sentence stands between the run of flags that begins there and the next. */
    private boolean opensProse(int run) {
        boolean text = false;
        for (int i = run; i < body.size() && !(text && body.get(i) instanceof Block.Flag); i++) {
            if (body.get(i) instanceof Block.Text words) {
                text = true;
                if (!(words instanceof Block.TableRow) && Words.isProse(words.text())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean endsWithFlag() {
        boolean flag = false;
        for (Block block : body) {
            if (block instanceof Block.Break) {
                return flag;
            }
            if (!(block instanceof Block.Image)) {
                flag = block instanceof Block.Flag;
            }
        }
        return flag;
    }

    private static boolean startsWithFlag(List<Block> blocks, int from) {
        int i = from;
        while (i < blocks.size() && blocks.get(i) instanceof Block.Image) {
            i++;
        }
        return i < blocks.size() && blocks.get(i) instanceof Block.Flag;
    }

    /** Moves a run at the end, with no words after it, from one segment to the start of the next. */
    private static void moveTrailingFlags(List<Block> from, List<Block> to) {
        int start = from.size();
        for (int i = from.size() - 1; i >= 0; i--) {
            if (from.get(i) instanceof Block.Flag) {
                start = i;
            } else if (!(from.get(i) instanceof Block.Image)) {
                break;
            }
        }
        if (start == from.size()) {
            return;
        }
        to.addAll(from.subList(start, from.size()).stream()
                .filter(Block.Flag.class::isInstance)
                .toList());
        from.subList(start, from.size()).removeIf(Block.Flag.class::isInstance);
    }
}
