/** The monitoring as an operator has it: rules, dashboards and runbooks, with a real Prometheus and Alertmanager. */
@NullMarked
package org.jdfwire.standalone.watch;

import org.jspecify.annotations.NullMarked;
