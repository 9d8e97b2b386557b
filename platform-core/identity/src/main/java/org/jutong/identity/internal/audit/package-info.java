/** Who may read the audit record: rights are asked here, the record itself is the audit bundle's. */
package org.jutong.identity.internal.audit;
