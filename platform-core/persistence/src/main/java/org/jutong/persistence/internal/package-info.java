/** The platform's one database, the tables of each bundle in it, and who gets at them. */
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"org.jutong.persistence.Store\""},
        effective = "active")
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"org.jutong.plugin.data.SiteStore\""},
        effective = "active")
@Capability(
        namespace = "osgi.service",
        attribute = {"objectClass:List<String>=\"javax.sql.DataSource\""},
        effective = "active")
package org.jutong.persistence.internal;

import org.osgi.annotation.bundle.Capability;
