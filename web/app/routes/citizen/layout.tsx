/** Frame of the citizen pages; they are plain HTML. */
import { Outlet } from 'react-router';
import { CitizenFrame } from '../../components/citizen-frame.tsx';

export default function CitizenLayout() {
  return (
    <CitizenFrame>
      <Outlet />
    </CitizenFrame>
  );
}
