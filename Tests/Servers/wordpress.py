"""A real WordPress with its MariaDB, both Debian's, on free ports and in a folder of their own.

Prints its address, and the names and application passwords of an author and of one who may only write drafts.
"""

import getpass
import os
import pathlib
import shutil
import subprocess
import tempfile
import urllib.parse
import urllib.request

import serving

WORDPRESS = pathlib.Path("/usr/share/wordpress")

CONFIGURATION = """<?php
define('DB_NAME', 'wp'); define('DB_USER', 'wp'); define('DB_PASSWORD', 'wp');
define('DB_HOST', 'localhost:%(socket)s'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('AUTH_KEY', 'a'); define('SECURE_AUTH_KEY', 'b'); define('LOGGED_IN_KEY', 'c'); define('NONCE_KEY', 'd');
define('AUTH_SALT', 'e'); define('SECURE_AUTH_SALT', 'f'); define('LOGGED_IN_SALT', 'g'); define('NONCE_SALT', 'h');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_ENVIRONMENT_TYPE', 'local'); define('DISABLE_WP_CRON', true);
define('WP_CONTENT_DIR', __DIR__ . '/wp-content');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""

PEOPLE = """
require 'wp-load.php';
foreach (['author' => 'author', 'contributor' => 'contributor'] as $name => $role) {
    $id = wp_insert_user(['user_login' => $name, 'user_pass' => wp_generate_password(20), 'role' => $role,
        'user_email' => $name . '@school.test', 'display_name' => 'School ' . $name]);
    echo WP_Application_Passwords::create_new_application_password($id, ['name' => 'Chaperone'])[0], "\n";
}
"""


def sql(folder, statement):
    subprocess.run(
        ["mariadb", "--no-defaults", "-S", folder / "my.sock", "-uroot", "-e", statement], check=True,
        capture_output=True)


def main():
    with tempfile.TemporaryDirectory(prefix="chaperone-wp-") as place:
        folder = pathlib.Path(place)
        database, pages = None, None
        try:
            user = getpass.getuser()
            subprocess.run(
                ["mysql_install_db", "--no-defaults", f"--datadir={folder}/db",
                 "--auth-root-authentication-method=normal", f"--user={user}"], check=True, capture_output=True)
            # it is on no network; what it holds lives as long as the tests, so it need not wait for the disk
            database = serving.begun(
                ["mariadbd", "--no-defaults", f"--user={user}", f"--datadir={folder}/db",
                 f"--socket={folder}/my.sock", "--skip-networking", "--innodb-flush-log-at-trx-commit=0"])
            serving.until(lambda: sql(folder, "SELECT 1") is None, 30, "MariaDB")
            sql(folder, "CREATE DATABASE wp; CREATE USER wp@localhost IDENTIFIED BY 'wp'; GRANT ALL ON wp.* TO "
                        "wp@localhost;")
            www = folder / "www"
            shutil.copytree(WORDPRESS, www, ignore_dangling_symlinks=True)
            # what reads films is a folder of links, which are taken for dangling ones above
            shutil.copytree(WORDPRESS / "wp-includes" / "ID3", www / "wp-includes" / "ID3", dirs_exist_ok=True)
            (www / "wp-config.php").unlink(missing_ok=True)
            (www / "wp-config.php").write_text(CONFIGURATION % {"socket": folder / "my.sock"})
            (www / "wp-content" / "uploads").mkdir(exist_ok=True)
            port = serving.free_port()
            address = f"http://127.0.0.1:{port}"
            pages = serving.begun(
                ["php", "-d", "upload_max_filesize=20M", "-d", "post_max_size=25M", "-S", f"127.0.0.1:{port}"], cwd=www,
                env={**os.environ, "PHP_CLI_SERVER_WORKERS": "4"})
            serving.until(lambda: serving.answers(address + "/readme.html"), 20, "PHP")
            form = {"weblog_title": "Harbour View", "user_name": "admin", "admin_password": "P-only-for-tests-1",
                    "admin_password2": "P-only-for-tests-1", "pw_weak": "1", "admin_email": "a@school.test"}
            urllib.request.urlopen(
                address + "/wp-admin/install.php?step=2", urllib.parse.urlencode(form).encode(), timeout=60).read()
            made = subprocess.run(["php", "-r", PEOPLE], cwd=www, check=True, capture_output=True, text=True)
            author, contributor = made.stdout.split("\n")[:2]
            serving.serve(address=address, author=author, contributor=contributor)
        finally:
            for process in filter(None, [pages, database]):
                serving.ended(process)


main()
