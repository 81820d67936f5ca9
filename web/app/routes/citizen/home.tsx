/** Home: find a procedure, or see where a dossier is. */
export default function Home() {
  return <h1>Cổng dịch vụ công</h1>;
}
