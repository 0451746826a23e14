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
    private final List<Block.Heading> groups = new ArrayList<>(0);
    private @Nullable MonthDay openingDay;
    private boolean dayIsRead;

    Segment(Block.Heading heading) {
        this.heading = heading;
    }

    Block.Heading heading() {
        return heading;
    }

    /** Returns what stands under the heading, in the page's order; a page is split by adding to it. */
    List<Block> body() {
        return body;
    }

    /** Whether its heading stands over deeper ones and has nothing but photos of its own, one of which repeats it. */
    boolean isGroupOver(Segment next) {
        boolean repeated = false;
        for (Block block : body) {
            if (!(block instanceof Block.Image image)) {
                return false;
            }
            repeated |= image.alt() != null && Words.same(image.alt(), heading.text());
        }
        return repeated && next.heading.level() > heading.level();
    }

    /** Takes the photos right under the heading of a group. */
    void standUnder(Segment group) {
        groups.addAll(group.groups);
        groups.add(group.heading);
    }

    /** Takes in what stands under the same heading said again. */
    void take(Segment same) {
        body.addAll(same.body);
        // beside flags no day tells news apart
        openingDay = same.hasFlags() ? null : openingDay;
    }

    /** Whether both tell, without flags, what happened on another day: then only their headings are the same. */
    boolean isOtherNews(Segment other) {
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

    boolean repeats(Block.Heading other) {
        return Words.same(heading.text(), other.text());
    }

    private boolean hasFlags() {
        return body.stream().anyMatch(Block.Flag.class::isInstance);
    }

    boolean hasText() {
        return body.stream().anyMatch(Block.Text.class::isInstance);
    }

    /** Compares text by text up to the first that differs: what was joined before may be long. */
    boolean tellsTheSame(Segment other) {
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

    /** Divides the segment into items and tells the owners of pictures which block belongs to which. */
    List<Item> items(boolean flagsClose, ImageOwners owners) {
        List<Item> items = new ArrayList<>();
        Item item = new Item(heading);
        item.add(heading.place());
        owners.own(heading, item);
        for (Block.Heading group : groups) {
            owners.own(group, item);
        }
        items.add(item);
        boolean inRun = false;
        boolean closed = false;
        boolean several = runs() > 1;
        // a lone run between two texts of a heading is all of its news'
        boolean closing = flagsClose && (several || endsWithFlag());
        for (int i = 0; i < body.size(); i++) {
            Block block = body.get(i);
            if (block instanceof Block.Flag flag) {
                boolean introduction = items.size() == 1 && !item.hasFlags();
                if (!closing && !inRun && item.hasText() && several && !introduction && opensProse(i)) {
                    item = next(items);
                }
                item.add(flag);
                owners.own(flag, item);
                inRun = true;
                closed = false;
            } else if (block instanceof Block.Text text) {
                if (closing && inRun) {
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

    /** Whether a run of flags stands right under the heading, pictures aside. */
    boolean startsWithFlag() {
        for (Block block : body) {
            if (!(block instanceof Block.Image)) {
                return block instanceof Block.Flag;
            }
        }
        return false;
    }

    /** Whether a run of flags is the last that stands under the heading, pictures aside. */
    boolean endsWithFlag() {
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
}
