package org.jdfwire.parser.stream;

import java.util.List;
import org.jdfwire.parser.ParseResult;

/**
 * What a page became, and the messages that say so; they belong into one Kafka transaction.
 *
 * @param result the topics, or why there are none
 * @param messages the topics and after them the manifest, or the reject alone
 */
public record PageAnswer(ParseResult result, List<Outbound> messages) {}
