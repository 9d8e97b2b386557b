/** Who looked at whose data, and when somebody may be told later. */
package org.jutong.identity.internal.accesses;
