/** The stand-alone verifier of the audit record. */
package org.jutong.audit.verify;
